"""Starts moto servers by forking, so that the modules that every server needs are loaded once. Loading takes two seconds."""

import importlib
import json
import os
import select
import signal
import socket
import sys
import threading

import moto.server
from moto.backends import get_backend
from moto.moto_api._internal import mock_random

# The services that the tests call. A server loads any other service when it is first called.
for service in "autoscaling ec2 ecr events iam kms logs s3 sns sqs ssm sts".split():
    importlib.import_module(f"moto.{service}.urls")
# Reads the thousand managed policies of AWS.
get_backend("iam")["123456789012"]["aws"]


def serve(asking, arguments):
    """Runs a server until the process that requested it ends."""

    def end():
        asking.recv(1)
        os._exit(0)

    # Otherwise all servers would generate the same ids.
    mock_random.seed(os.urandom(16))
    threading.Thread(target=end, daemon=True).start()
    moto.server.main(arguments)


server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen(64)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(sys.executable, flush=True)
# Nothing reads the output after the first line.
sys.stdout = open(os.devnull, "w")

while True:
    ready, _, _ = select.select([server, sys.stdin], [], [])
    # The end of standard input means that the tests have ended.
    if sys.stdin in ready:
        break
    asking, _ = server.accept()
    if os.fork() == 0:
        server.close()
        serve(asking, json.loads(asking.makefile().readline()))
    asking.close()
