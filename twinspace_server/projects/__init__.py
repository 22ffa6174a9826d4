"""Projects: two teachers register one, the partner and the support organisations say yes, and a space opens (PRJ)."""
