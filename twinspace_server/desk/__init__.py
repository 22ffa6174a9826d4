"""What belongs to a person and to no space: the bell, and what goes out by mail."""
