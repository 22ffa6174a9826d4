"""What we claim about speed, measured beside a peer or a limit in the same run: `make bench`, or `python -m benchmarks`.

Each file is one benchmark and runs alone, too (`python -m benchmarks.fanout`); all print JSON. Everything stays on the
loopback interface and in a directory that is removed at the end. Nothing here is imported by the server.
"""
