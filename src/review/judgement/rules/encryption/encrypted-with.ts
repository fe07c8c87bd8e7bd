/** Names of attributes that contain a KMS key. */
export const keys = /^(kms_key_id|kms_key_arn|kms_key|kms_master_key_id|kms_key_identifier|key_arn)$/;

/** Attributes of an image recipe with one volume, for examples. */
export const volume = (settings: object) => ({ block_device_mapping: [{ device_name: "/dev/xvda", ebs: [settings] }] });
