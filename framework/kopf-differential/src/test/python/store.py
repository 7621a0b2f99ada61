"""A storage service far away: a directory beside the trace."""
import os


class Store:

    def __init__(self):
        self._directory = os.path.join(os.path.dirname(os.environ['TRACE']), 'store')
        os.makedirs(self._directory, exist_ok=True)

    def _path(self, name):
        return os.path.join(self._directory, name)

    def _log(self, what):
        with open(self._path('log'), 'a', encoding='utf-8') as log:
            log.write(what + '\n')

    def _size(self, name, size):
        with open(self._path(name), 'w', encoding='utf-8') as file:
            file.write(str(size))

    def make(self, name, size):
        """Whether it could be done; the first time it never can."""
        if not os.path.exists(self._path(name + '.asked')):
            with open(self._path(name + '.asked'), 'w', encoding='utf-8'):
                return False
        self._size(name, size)
        self._log(f'make {name} {size}')
        return True

    def resize(self, name, size):
        self._size(name, size)
        self._log(f'resize {name} {size}')

    def grant(self, name, user):
        self._log(f'grant {name} {user}')

    def used(self, name):
        if not os.path.exists(self._path(name)):
            return 0
        with open(self._path(name), encoding='utf-8') as file:
            return int(file.read()) // 2

    def drop(self, name):
        self._log(f'drop {name}')


store = Store()
