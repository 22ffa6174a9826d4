"""The law: who may do what where, and why. It knows ground and storage, and no room of the house."""
