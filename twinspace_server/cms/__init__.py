"""What classes make and keep: folders, archives, galleries and pages. `app` walks this folder, as it does `channels/`."""
