/**
 * The domain of the endpoints of a partition.
 *
 * Source: AWS General Reference, "Service endpoints"; Amazon ECR and Amazon EC2 in China. Read 2026-11.
 */
export function domainOf(partition: string): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

/**
 * What conditions have to allow for a service, such as `ec2.us-east-1`: in China it may call itself by either domain.
 *
 * Source: IAM User Guide, "AWS service principals"; KMS Developer Guide, "kms:ViaService". Read 2026-11.
 */
export function serviceNames(partition: string, service: string): string | readonly string[] {
  const name = `${service}.amazonaws.com`;
  return partition === "aws-cn" ? [name, `${name}.cn`] : name;
}
