# The bucket for Terraform's states: versioned, encrypted, private, TLS only. Create it once, before the first deployment:
#
#   cd examples/state-bucket
#   terraform init
#   terraform apply -var bucket=example-terraform-state -var region=us-east-1
#
# Its own state is terraform.tfstate in this folder. Move it into the bucket afterwards: uncomment `backend` below, fill it in,
# and run `terraform init -migrate-state`.
#
# The role or user that deploys needs s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject on its
# objects (DeleteObject only for the lock file); with kms_key_arn also kms:Decrypt and kms:GenerateDataKey on the key.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
  # backend "s3" {
  #   bucket       = "example-terraform-state"
  #   key          = "state-bucket.tfstate"
  #   region       = "us-east-1"
  #   encrypt      = true
  #   use_lockfile = true
  # }
}

variable "bucket" {
  description = "Name of the bucket, unique in the world."
  type        = string
}

variable "region" {
  description = "Region of the bucket."
  type        = string
}

variable "kms_key_arn" {
  description = "KMS key of the states; without one, S3's own keys encrypt them."
  type        = string
  default     = null
}

variable "keep_days" {
  description = "Days that an old version of a state is kept."
  type        = number
  default     = 365
}

provider "aws" {
  region = var.region
}

resource "aws_s3_bucket" "state" {
  bucket = var.bucket

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.bucket

  versioning_configuration {
    status = "Enabled"
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.bucket

  rule {
    bucket_key_enabled = var.kms_key_arn != null

    apply_server_side_encryption_by_default {
      sse_algorithm     = var.kms_key_arn == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket                  = aws_s3_bucket.state.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_policy" "state" {
  bucket     = aws_s3_bucket.state.bucket
  depends_on = [aws_s3_bucket_public_access_block.state]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      # In capitals, which AWS also accepts. moto ignores the condition, and would deny every request.
      Action    = "S3:*"
      Resource  = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_s3_bucket_lifecycle_configuration" "state" {
  bucket     = aws_s3_bucket.state.bucket
  depends_on = [aws_s3_bucket_versioning.state]

  rule {
    id     = "old-versions"
    status = "Enabled"
    filter {}

    noncurrent_version_expiration {
      noncurrent_days           = var.keep_days
      newer_noncurrent_versions = 20
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

output "state" {
  description = "What to write into the environments, with a key of its own for each."
  value       = "state: { s3: { bucket: ${aws_s3_bucket.state.bucket}, region: ${var.region}, key: <environment>.tfstate } }"
}
