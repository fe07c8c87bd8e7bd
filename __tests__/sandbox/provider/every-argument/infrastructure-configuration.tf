resource "aws_imagebuilder_infrastructure_configuration" "all" {
  name                          = "build"
  description                   = "Build of the ${var.change} kind"
  instance_profile_name         = "build"
  instance_types                = ["t3.large", "m5.large"]
  key_pair                      = "operators"
  security_group_ids            = ["sg-0123456789abcdef0"]
  subnet_id                     = "subnet-0123456789abcdef0"
  sns_topic_arn                 = aws_sns_topic.builds.arn
  terminate_instance_on_failure = false
  resource_tags                 = { change = var.change }
  tags                          = local.tags

  instance_metadata_options {
    http_put_response_hop_limit = 2
    http_tokens                 = "required"
  }

  logging {
    s3_logs {
      s3_bucket_name = aws_s3_bucket.documents.bucket
      s3_key_prefix  = "logs"
    }
  }

  placement {
    availability_zone = "us-east-1a"
    host_id           = "h-0123456789abcdef0"
    tenancy           = "host"
  }
}

resource "aws_imagebuilder_infrastructure_configuration" "host_group" {
  name                  = "mac"
  instance_profile_name = "build"

  placement {
    host_resource_group_arn = "arn:aws:resource-groups:us-east-1:123456789012:group/mac"
    tenancy                 = "host"
  }
}
