import kopf

from store import store


@kopf.on.create('buckets.example.com')
def make_bucket(name, spec, retry, logger, **_):
    if not store.make(name, spec['size']):
        raise kopf.TemporaryError('the store is busy', delay=1)
    logger.info(f'made at attempt {retry + 1}')
    return {'url': f'https://store.example.com/{name}'}


@kopf.on.field('buckets.example.com', field='spec.users')
def grant(name, new, **_):
    for user in new or []:

        @kopf.subhandler(id=user)
        def one(user=user, **_):
            store.grant(name, user)


@kopf.on.update('buckets.example.com', field='spec.size')
def resize(name, old, new, **_):
    if new < old:
        raise kopf.PermanentError('a bucket never shrinks')
    store.resize(name, new)


@kopf.timer('buckets.example.com', interval=2)
def used(name, **_):
    return store.used(name)


@kopf.on.delete('buckets.example.com')
def drop_bucket(name, **_):
    store.drop(name)
