"""The CMS: folders, archives, galleries, pages, the bin, and what of them is public."""
