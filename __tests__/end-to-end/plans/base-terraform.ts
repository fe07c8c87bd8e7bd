/** Plain HCL as other users write it: Image Builder without this project, and resources unrelated to images. */
export const baseTerraform: Readonly<Record<string, string>> = {
  "main.tf": `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  allowed_account_ids         = ["123456789012"]
}

variable "password" {
  type      = string
  sensitive = true
  default   = "correct-horse-battery"
}

data "aws_caller_identity" "here" {}

resource "aws_iam_role" "build" {
  name                 = "hcl-build"
  permissions_boundary = "arn:aws:iam::aws:policy/PowerUserAccess"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "build" {
  name = "documents"
  role = aws_iam_role.build.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "ReadDocuments"
      Effect   = "Allow"
      Action   = ["s3:ListBucket", "s3:GetObject"]
      Resource = [aws_s3_bucket.documents.arn, "\${aws_s3_bucket.documents.arn}/*"]
    }]
  })
}

resource "aws_iam_instance_profile" "build" {
  name = "hcl-build"
  role = aws_iam_role.build.name
}

resource "aws_s3_bucket" "documents" {
  bucket = "hcl-documents-123456789012"
}

resource "aws_s3_bucket_policy" "documents" {
  bucket = aws_s3_bucket.documents.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "S3:*"
      Resource  = [aws_s3_bucket.documents.arn, "\${aws_s3_bucket.documents.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = false
}

resource "aws_security_group" "build" {
  name   = "build"
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_sqs_queue_policy" "jobs" {
  queue_url = aws_sqs_queue.jobs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" } # queue
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.jobs.arn
    }]
  })
}

resource "aws_dynamodb_table" "state" {
  name         = "state"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "LockID"
  attribute {
    name = "LockID"
    type = "S"
  }
}

resource "aws_kms_key" "images" {
  description             = "images"
  deletion_window_in_days = 30
}

resource "aws_ssm_parameter" "password" {
  name  = "/hcl/password"
  type  = "SecureString"
  value = var.password
}

resource "aws_imagebuilder_component" "hello" {
  name     = "hello"
  version  = "1.0.0" # component
  platform = "Linux"
  data = yamlencode({
    schemaVersion = "1.0"
    phases = [{
      name  = "build"
      steps = [{ name = "Say", action = "ExecuteBash", inputs = { commands = ["echo one"] } }]
    }]
  })
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_imagebuilder_image_recipe" "hello" {
  name         = "hello"
  version      = "1.0.0" # recipe
  parent_image = "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x"
  component {
    component_arn = aws_imagebuilder_component.hello.arn
  }
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_imagebuilder_infrastructure_configuration" "hello" {
  name                  = "hello"
  instance_profile_name = aws_iam_instance_profile.build.name
  subnet_id             = aws_subnet.main.id
  security_group_ids    = [aws_security_group.build.id]
}

resource "aws_imagebuilder_distribution_configuration" "hello" {
  name = "hello"
  distribution {
    region = "us-east-1"
    ami_distribution_configuration {
      name = "hello-{{ imagebuilder:buildDate }}"
      launch_permission {
        user_ids = ["111122223333"]
      }
    }
  }
}

module "notify" {
  source   = "./modules/notify"
  for_each = toset(["a", "b"])
  name     = each.key
}

resource "aws_imagebuilder_image_pipeline" "hello" {
  name                             = "hello"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.hello.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.hello.arn
  distribution_configuration_arn   = aws_imagebuilder_distribution_configuration.hello.arn
  schedule {
    schedule_expression = "cron(0 3 ? * SAT *)"
  }
}
`,
  "modules/notify/main.tf": `variable "name" {
  type = string
}

resource "aws_sqs_queue" "this" {
  name = "notify-\${var.name}"
}

resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.this.arn
    }]
  })
}
`,
};
