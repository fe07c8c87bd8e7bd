// Asks for the provider that a Terraform process with this folder and environment should use; see kept-provider.ts.
import { connect } from "node:net";
import { text } from "node:stream/consumers";

const socket = connect(process.argv[2]);
socket.end(JSON.stringify({ folder: process.cwd(), environment: process.env }));
process.stdout.write(await text(socket));
