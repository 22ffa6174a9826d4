"""What classes make and keep: folders, files, galleries and pages. Each file is one subject and is taken up by the roof."""
