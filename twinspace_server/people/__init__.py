"""People: accounts, signing in, sessions and tokens, schools."""
