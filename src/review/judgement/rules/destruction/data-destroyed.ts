import { destroyed, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";

/** Types that contain data that cannot be restored, except those with a separate rule. */
export const dataTypes =
  /^(aws_(db_instance|rds_cluster|docdb_cluster|neptune_cluster|redshift_cluster|dynamodb_table|efs_file_system|fsx_.*file_system|ebs_volume|ebs_snapshot|ami|ami_copy|s3_object_copy|elasticache_(cluster|replication_group)|opensearch_domain|elasticsearch_domain|kinesis_stream|sqs_queue|secretsmanager_secret|cloudwatch_log_group|backup_vault|glacier_vault|cognito_user_pool|route53_zone|organizations_account|ssm_parameter)|google_(sql_database_instance|storage_bucket|bigquery_dataset|compute_disk)|azurerm_(storage_account|mssql_database|postgresql_.*server|key_vault|managed_disk))$/;

export const dataDestroyed: ReviewRule = {
  code: "data-destroyed",
  class: "destructive",
  summary:
    "A resource that holds data is destroyed or replaced, and its data is lost: a database, table, file system, volume, secret or log group.",
  source: "https://developer.hashicorp.com/terraform/language/resources/behavior",
  fail: [destroyed("aws_dynamodb_table", { name: "state" })],
  pass: [updated("aws_dynamodb_table", { name: "state" }, { name: "state", tags: { team: "web" } })],
  find: eachChange(({ type, action, order }) =>
    dataTypes.test(type) && (action === "delete" || action === "replace")
      ? [
          action === "delete"
            ? "what it holds is lost"
            : `it is replaced, ${order === "create-first" ? "the new one first" : "the old one goes first"}: what it holds is lost`,
        ]
      : [],
  ),
};
