"""What a program prints."""
import io, time


class Output(io.RawIOBase):
    """Takes what the program prints, up to a limit, and tells the page of it as it comes."""

    def __init__(self, limit, emit):
        self.limit, self.emit, self.size, self.cut, self.parts = limit, emit, 0, False, []
        self.record, self.waiting, self.told = None, [], 0

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        if self.record and self.record.quiet:
            return len(data)
        room = self.limit - self.size
        self.cut = self.cut or len(data) > room
        self.size += min(len(data), room)
        text = data[:room].decode(errors="ignore")
        if text:
            self.parts.append(text)
            self.waiting.append(text)
            if self.record:
                self.record.printed(text)
            if time.monotonic() - self.told > 0.1:
                self.tell()
        return len(data)

    def tell(self):
        if self.waiting:
            self.emit("output", "".join(self.waiting))
        self.waiting, self.told = [], time.monotonic()

    def stream(self):
        return io.TextIOWrapper(self, encoding="utf-8", write_through=True)
