export const create = {
  address: "aws_sqs_queue.example",
  type: "aws_sqs_queue",
  name: "example",
  change: { actions: ["create"], before: null, after: {} },
};
