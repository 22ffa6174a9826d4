"""The peer: what one writes first. Starlette on uvicorn, `await send_text` in a loop over the members, nothing stored.

No sign-in, no rights, no JSON, no history: it relays each text to all, the sender included. Same loop, same parser, no
compression, so that the difference is the design.
"""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

members: set[WebSocket] = set()


async def room(websocket: WebSocket) -> None:
    """Everybody in one room."""
    await websocket.accept()
    members.add(websocket)
    try:
        while True:
            text = await websocket.receive_text()
            for member in list(members):
                await member.send_text(text)
    except WebSocketDisconnect:
        pass
    finally:
        members.discard(websocket)


async def alive(_: Request) -> PlainTextResponse:
    """For the one who waits until it has started."""
    return PlainTextResponse("ok")


if __name__ == "__main__":
    uvicorn.run(
        Starlette(routes=[WebSocketRoute("/live", room), Route("/", alive)]),
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_ping_interval=600,
        ws_ping_timeout=600,
        log_level="warning",
        access_log=False,
        backlog=4096,
    )
