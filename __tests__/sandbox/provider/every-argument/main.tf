terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

# What is updated in place.
variable "change" {
  type = string
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = { project = "sandbox" }
  }
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

locals {
  tags = { change = var.change }
}
