"""A request that the engine refuses, as far as the oracle foresees it."""


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code
