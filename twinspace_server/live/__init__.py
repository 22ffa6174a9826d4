"""The door: vocabulary and registry, dispatch, log, hub, presence, socket."""
