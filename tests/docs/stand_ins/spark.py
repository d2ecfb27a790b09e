"""Stands for Spark, which is not on this machine: an RDD of lines that pipes them through a command, as one worker would."""
import pathlib
import shlex
import shutil
import subprocess
import sys


class Lines:
    def __init__(self, lines):
        self.lines = lines

    def pipe(self, command, checkCode):
        shutil.copy(shutil.which("shopgauge"), "shopgauge")
        done = subprocess.run(shlex.split(command), input=self.lines, stdout=subprocess.PIPE, check=checkCode)
        return Lines(done.stdout)

    def saveAsTextFile(self, address):
        folder = pathlib.Path(address.removeprefix("hdfs:").lstrip("/") + "-of-spark")
        folder.mkdir(parents=True)
        (folder / "part-00000").write_bytes(self.lines)


class Context:
    sparkContext = property(lambda self: self)

    def textFile(self, address):
        return Lines(pathlib.Path(pathlib.Path(address).name + ".ndjson").read_bytes())


exec(compile(sys.stdin.read(), "sample", "exec"), {"spark": Context()})
