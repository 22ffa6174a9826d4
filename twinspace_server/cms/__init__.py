"""What stays: folders, archives, galleries and pages, with the files in them. Like channels, each is found by walking the folder."""
