"""What the house does by itself at times: dropping what has had its day. Run as a job by whichever process gets to it."""

from twinspace_server.live import keys, log
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate
from twinspace_server.people import sign_in

DAY_MS = 24 * 3600 * 1000
LOG_KEPT_MS = 35 * DAY_MS
SWEEP_SECONDS = 3600

feature = Feature("housekeeping")


class Sweep(CommandParams, kw_only=True):
    pass


@feature.command("house.sweep", gate=Gate.HOUSE)
def sweep(ctx: Context, p: Sweep) -> None:
    """Drop log rows that nobody resumes from any more, old keys, old failures to sign in, expired sessions, and what features say."""
    log.forget(ctx.db, ctx.now - LOG_KEPT_MS)
    keys.forget(ctx.db, ctx.now - keys.KEPT_MS)
    sign_in.forget(ctx.db, ctx.now)
    for other in ctx.registry.features:
        for drop in other.sweeps:
            drop(ctx)
