"""Handlers that write down every call of them, a line when it begins and one when it ends."""
import contextlib
import functools
import inspect
import json
import os
import threading
import uuid

import kopf
from kopf._core.actions import execution

SAMPLES = ('differential.jopf.io', 'v1', 'samples')

_lock = threading.Lock()


def _write(**line):
    with _lock, open(os.environ['TRACE'], 'a', encoding='utf-8') as file:
        file.write(json.dumps(line) + '\n')


def traced(fn=None, *, changes=False, full_id=False):
    """With changes=True the old and new values and their difference are written too, with
    full_id=True the handler's id with its field or its parent instead of the function's name."""
    if fn is None:
        return functools.partial(traced, changes=changes, full_id=full_id)

    recorded = functools.partial(_recorded, fn, changes, full_id)

    if inspect.iscoroutinefunction(fn):

        @functools.wraps(fn)
        async def wrapper(**kwargs):
            with recorded(kwargs):
                return await fn(**kwargs)
    else:

        @functools.wraps(fn)
        def wrapper(**kwargs):
            with recorded(kwargs):
                return fn(**kwargs)

    return wrapper


@contextlib.contextmanager
def _recorded(fn, changes, full_id, kwargs):
    call = uuid.uuid4().hex
    handler = execution.handler_var.get().id if full_id else fn.__name__
    line = {'call': call, 'object': kwargs['name'], 'handler': handler}
    line |= {key: kwargs[key] for key in ('reason', 'retry') if kwargs.get(key) is not None}
    if 'event' in kwargs:
        line['reason'] = 'event ' + (kwargs['type'] or 'initial').lower()
    if changes:
        line |= {'old': kwargs['old'], 'new': kwargs['new']}
        diff = [[op, list(path), old, new] for op, path, old, new in kwargs['diff']]
        line['diff'] = sorted(diff, key=lambda item: item[1])  # Kopf's has no order
    _write(**line)
    outcome = 'succeeded'
    try:
        yield
    except execution.HandlerChildrenRetry:
        raise  # the handler itself has done what it had to
    except kopf.TemporaryError:
        outcome = 'asked for another try'
        raise
    except kopf.PermanentError:
        outcome = 'gave up'
        raise
    except Exception:
        outcome = 'failed'
        raise
    finally:
        _write(call=call, outcome=outcome)


def while_exists(name):
    """Blocks as long as there is a file of this name beside the trace."""
    import time
    path = os.path.join(os.path.dirname(os.environ['TRACE']), name)
    while os.path.exists(path):
        time.sleep(0.02)
