resource "aws_imagebuilder_lifecycle_policy" "by_tag" {
  name           = "amis-by-tag"
  description    = "The ${var.change}"
  execution_role = aws_iam_role.execution.arn
  resource_type  = "AMI_IMAGE"
  status         = var.change == "first" ? "DISABLED" : "ENABLED"
  tags           = local.tags

  policy_detail {
    action {
      type = "DEPRECATE"

      include_resources {
        amis = true
      }
    }

    filter {
      type  = "AGE"
      value = var.change == "first" ? 3 : 4
      unit  = "MONTHS"
    }
  }

  policy_detail {
    action {
      type = "DISABLE"
    }

    filter {
      type            = "AGE"
      value           = 6
      unit            = "MONTHS"
      retain_at_least = 2
    }
  }

  policy_detail {
    action {
      type = "DELETE"

      include_resources {
        amis      = true
        snapshots = true
      }
    }

    exclusion_rules {
      tag_map = { keep = "image" }

      amis {
        is_public       = false
        regions         = ["eu-west-1"]
        shared_accounts = ["111122223333"]
        tag_map         = { keep = "ami" }

        last_launched {
          unit  = "WEEKS"
          value = 2
        }
      }
    }

    filter {
      type            = "AGE"
      value           = 1
      unit            = "YEARS"
      retain_at_least = 3
    }
  }

  resource_selection {
    tag_map = { team = "web" }
  }
}

resource "aws_imagebuilder_lifecycle_policy" "by_recipe" {
  name           = "containers-by-recipe"
  execution_role = aws_iam_role.execution.arn
  resource_type  = "CONTAINER_IMAGE"

  policy_detail {
    action {
      type = "DELETE"

      include_resources {
        containers = true
      }
    }

    filter {
      type  = "COUNT"
      value = 10
    }
  }

  resource_selection {
    recipe {
      name             = aws_imagebuilder_container_recipe.data.name
      semantic_version = aws_imagebuilder_container_recipe.data.version
    }
  }
}
