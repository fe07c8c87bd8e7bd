# What the nine resources refer to in other services.

resource "aws_kms_key" "images" {
  description = "images"
}

resource "aws_s3_bucket" "documents" {
  bucket = "ec2imagebuilder-every-argument"
  # Builds write their logs into it.
  force_destroy = true
}

resource "aws_s3_object" "workflow" {
  bucket  = aws_s3_bucket.documents.bucket
  key     = "workflows/test.yaml"
  content = local.workflow
}

resource "aws_s3_object" "component" {
  bucket  = aws_s3_bucket.documents.bucket
  key     = "components/test.yaml"
  content = local.test_component
}

resource "aws_s3_object" "dockerfile" {
  bucket  = aws_s3_bucket.documents.bucket
  key     = "Dockerfile"
  content = local.dockerfile
}

resource "aws_iam_role" "execution" {
  name               = "execution"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/EC2ImageBuilderExecutionPolicy"
}

resource "aws_sns_topic" "builds" {
  name = "builds"
}

resource "aws_ecr_repository" "images" {
  name = "images/web"
  # It is not empty once an image has been built.
  force_delete = true
}

resource "aws_launch_template" "web" {
  name = "web"
}
