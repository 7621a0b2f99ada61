"""Parts of handlers that are handed over half done."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced
def build_it(spec, **_):

    @kopf.subhandler()
    @traced
    def lay_floor(**_):
        pass

    @kopf.subhandler()
    @traced
    def raise_walls(retry, **_):
        wait(retry)

    for room in spec.get('rooms', []):

        @kopf.subhandler(id=room)
        @traced
        def furnish(**_):
            pass

    @kopf.subhandler(id='_check')
    @traced
    def check(**_):
        pass

    @kopf.subhandler(id='inside')
    @traced
    async def inside(**_):
        await kopf.execute(fns={'paint': paint, 'dry_it': dry_it})


@traced
def paint(**_):
    pass


@traced
def dry_it(retry, **_):
    wait(retry)


@kopf.on.field(*SAMPLES, field='spec.doors')
@traced
def hinge(new, **_):
    for door in new or []:

        @kopf.subhandler(id=door)
        @traced
        def hang(retry, door=door, **_):
            if door == 'heavy':
                wait(retry)


def wait(retry):
    if retry < 2:
        raise kopf.TemporaryError('not yet', delay=0.5 if retry < 1 else 8)
