"""The peer of pages: a plain room for y-websocket, as one writes it first. Starlette on uvicorn and one pycrdt document in memory.

No sign-in, no rights, nothing read before it is applied, nothing stored: each update goes to the document and to all others.
"""

import sys
from typing import Any

import pycrdt
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

document: pycrdt.Doc[Any] = pycrdt.Doc()
members: set[WebSocket] = set()


async def room(websocket: WebSocket) -> None:
    """Everybody at one page."""
    await websocket.accept()
    members.add(websocket)
    await websocket.send_bytes(pycrdt.create_sync_message(document))
    try:
        while True:
            message = await websocket.receive_bytes()
            if message[0] != pycrdt.YMessageType.SYNC:
                continue
            answer = pycrdt.handle_sync_message(message[1:], document)
            if answer is not None:
                await websocket.send_bytes(answer)
            if message[1] == pycrdt.YSyncMessageType.SYNC_UPDATE:
                for member in list(members):
                    if member is not websocket:
                        await member.send_bytes(message)
    except WebSocketDisconnect:
        pass
    finally:
        members.discard(websocket)


async def alive(_: Request) -> PlainTextResponse:
    """For the one who waits until it has started."""
    return PlainTextResponse("ok")


if __name__ == "__main__":
    uvicorn.run(
        Starlette(routes=[WebSocketRoute("/live/page/{place}", room), Route("/", alive)]),
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_ping_interval=600,
        ws_ping_timeout=600,
        log_level="warning",
        access_log=False,
    )
