# What plan.yml needs in an account: GitHub's OpenID Connect provider, a bucket for plans, and two roles.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "repository" {
  type        = string
  description = "OWNER/REPOSITORY on GitHub."
  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "Write OWNER/REPOSITORY, without wildcards."
  }
}

variable "github_environment" {
  type        = string
  default     = "production"
  description = "The GitHub environment whose jobs may deploy."
}

variable "state_bucket" {
  type        = string
  description = "Bucket of Terraform's state."
}

variable "deploy_policy_arns" {
  type        = list(string)
  default     = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  description = "What the deploy role may do. It makes roles, keys and buckets; narrow it once you know what yours needs."
}

data "aws_caller_identity" "here" {}

data "aws_partition" "here" {}

data "aws_region" "here" {}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

# The subject depends on the job: the first is for pull requests, the second for main, the third for jobs with an environment.
locals {
  plan_subjects   = ["repo:${var.repository}:pull_request", "repo:${var.repository}:ref:refs/heads/main"]
  deploy_subjects = ["repo:${var.repository}:environment:${var.github_environment}"]
}

data "aws_iam_policy_document" "trust" {
  for_each = { plan = local.plan_subjects, deploy = local.deploy_subjects }
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = each.value
    }
  }
}

resource "aws_iam_role" "plan" {
  name               = "golden-images-plan"
  description        = "GitHub Actions: reads, for plans"
  assume_role_policy = data.aws_iam_policy_document.trust["plan"].json
}

resource "aws_iam_role_policy_attachment" "plan_reads" {
  role       = aws_iam_role.plan.name
  policy_arn = "arn:${data.aws_partition.here.partition}:iam::aws:policy/ReadOnlyAccess"
}

# A plan runs the code of a pull request, so it must not read secrets, although ReadOnlyAccess allows some of this.
data "aws_iam_policy_document" "plan" {
  statement {
    sid       = "ReadNoSecrets"
    effect    = "Deny"
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "ssm:GetParameter*"]
    resources = ["*"]
  }
  statement {
    sid       = "ReadEncryptedState"
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${data.aws_region.here.name}.amazonaws.com"]
    }
  }
  # A plan also writes and deletes the lock file of the state.
  statement {
    sid       = "LockState"
    actions   = ["s3:PutObject", "s3:DeleteObject"]
    resources = ["arn:${data.aws_partition.here.partition}:s3:::${var.state_bucket}/*.tflock"]
  }
  statement {
    sid       = "KeepPlans"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.plans.arn}/*"]
  }
  statement {
    sid       = "ReadNoPlans"
    effect    = "Deny"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = ["${aws_s3_bucket.plans.arn}/*"]
  }
}

resource "aws_iam_role_policy" "plan" {
  name   = "plans"
  role   = aws_iam_role.plan.id
  policy = data.aws_iam_policy_document.plan.json
}

resource "aws_iam_role" "deploy" {
  name               = "golden-images-deploy"
  description        = "GitHub Actions: deploys what was reviewed"
  assume_role_policy = data.aws_iam_policy_document.trust["deploy"].json
}

resource "aws_iam_role_policy_attachment" "deploy" {
  for_each   = toset(var.deploy_policy_arns)
  role       = aws_iam_role.deploy.name
  policy_arn = each.value
}

# A plan contains the state with its secrets, so the bucket is private and encrypted, and deletes plans after three days.
resource "aws_s3_bucket" "plans" {
  bucket = "golden-images-plans-${data.aws_caller_identity.here.account_id}"
}

resource "aws_s3_bucket_public_access_block" "plans" {
  bucket                  = aws_s3_bucket.plans.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "plans" {
  bucket = aws_s3_bucket.plans.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "plans" {
  bucket = aws_s3_bucket.plans.id
  rule {
    id     = "short-lived"
    status = "Enabled"
    filter {}
    expiration {
      days = 3
    }
  }
}

data "aws_iam_policy_document" "plans" {
  statement {
    sid     = "DenyPlainHttp"
    effect  = "Deny"
    actions = ["s3:*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    resources = [aws_s3_bucket.plans.arn, "${aws_s3_bucket.plans.arn}/*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "plans" {
  bucket     = aws_s3_bucket.plans.id
  policy     = data.aws_iam_policy_document.plans.json
  depends_on = [aws_s3_bucket_public_access_block.plans]
}

output "plan_role_arn" {
  description = "For the variable PLAN_ROLE_ARN."
  value       = aws_iam_role.plan.arn
}

output "deploy_role_arn" {
  description = "For the variable DEPLOY_ROLE_ARN."
  value       = aws_iam_role.deploy.arn
}

output "plan_bucket" {
  description = "For the variable PLAN_BUCKET."
  value       = aws_s3_bucket.plans.bucket
}
