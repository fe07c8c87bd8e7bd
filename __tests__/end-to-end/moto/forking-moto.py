"""Makes servers of moto by forking, so that what each of them loads first is loaded once: two seconds of work."""

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

# What tests ask for; anything else is loaded by the server that is asked.
for service in "autoscaling ec2 ecr events iam kms logs s3 sns sqs ssm sts".split():
    importlib.import_module(f"moto.{service}.urls")
# It reads a thousand policies of AWS.
get_backend("iam")["123456789012"]["aws"]


def serve(asking, arguments):
    """Is a server until whoever has asked for it goes."""

    def end():
        asking.recv(1)
        os._exit(0)

    # Else all would give the same ids.
    mock_random.seed(os.urandom(16))
    threading.Thread(target=end, daemon=True).start()
    moto.server.main(arguments)


server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen(64)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(sys.executable, flush=True)
# Nobody reads any more.
sys.stdout = open(os.devnull, "w")

while True:
    ready, _, _ = select.select([server, sys.stdin], [], [])
    # The tests have ended.
    if sys.stdin in ready:
        break
    asking, _ = server.accept()
    if os.fork() == 0:
        server.close()
        serve(asking, json.loads(asking.makefile().readline()))
    asking.close()
