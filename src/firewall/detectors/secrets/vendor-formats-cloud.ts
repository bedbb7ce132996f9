import { type VendorFormat, vendor } from './vendor-format.ts';

/** Clouds, hosting, databases, secret stores and networks. */
export const CLOUD_FORMATS: readonly VendorFormat[] = [
  vendor('AWS', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html', [
    ['AWS_ACCESS_KEY', 'access key id', ['AKIA{A16}', 'ASIA{A16}', 'ABIA{A16}', 'ACCA{A16}', 'A3T{A1}{A16}']],
    ['AWS_BEDROCK_API_KEY', 'Bedrock API key', ['ABSK{B100-300}', 'bedrock-api-key-{B60-4000}']],
    ['AWS_APPSYNC_KEY', 'AppSync API key', ['da2-{a26}']],
    ['AWS_MWS_KEY', 'Marketplace Web Service token', ['amzn.mws.{h8}-{h4}-{h4}-{h4}-{h12}']],
    ['AMAZON_OAUTH_SECRET', 'Login client secret', ['amzn1.oa2-cs.v1.{h64}']],
  ]),
  vendor('Google', 'https://cloud.google.com/docs/authentication/api-keys', [
    ['GOOGLE_API_KEY', 'API key', ['AIza{u35}']],
    ['GOOGLE_OAUTH_SECRET', 'OAuth client secret', ['GOCSPX-{u28}']],
    ['GOOGLE_OAUTH_TOKEN', 'OAuth access or refresh token', ['ya29.{s40-1200}', 'ya29.c.{s40-1200}']],
    ['GOOGLE_HMAC_KEY', 'Cloud Storage HMAC access id', ['GOOG1E{A55}', 'GOOG{A20}']],
    ['FIREBASE_CLOUD_MESSAGING_KEY', 'Firebase server key', ['AAAA{u7}:APA91b{u130-150}']],
    ['GOOGLE_VERTEX_EXPRESS_KEY', 'authorisation key', ['AQ.Ab{u40-60}']],
  ]),
  vendor('Azure', 'https://learn.microsoft.com/en-us/purview/sit-defn-client-secret-api-key', [
    ['AZURE_CLIENT_SECRET', 'client secret', ['{s3}{d1}Q~{z31-34}']],
    ['AZURE_DEVOPS_TOKEN', 'DevOps personal access token', ['{n76}AZDO{n4}']],
    ['AZURE_AI_KEY', 'AI services key', ['{n52}JQQJ99{n26}']],
  ]),
  vendor('Alibaba Cloud', 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair', [
    ['ALIBABA_ACCESS_KEY', 'access key id', ['LTAI{n16-20}']],
  ]),
  vendor('Tencent Cloud', 'https://www.tencentcloud.com/document/product/598/34228', [
    ['TENCENT_SECRET_ID', 'secret id', ['AKID{n32}', 'IKID{n32}']],
  ]),
  vendor('Volcengine', 'https://www.volcengine.com/docs/6291/65568', [
    ['VOLCENGINE_ACCESS_KEY', 'access key id', ['AKLT{n40-60}']],
  ]),
  vendor('Baidu Cloud', 'https://cloud.baidu.com/doc/Reference/s/9jwvz2egb', [
    ['BAIDU_ACCESS_KEY', 'access key', ['ALTAK{n21}', 'bce-v3/ALTAK-{n21}/{h40}']],
  ]),
  vendor('Yandex Cloud', 'https://yandex.cloud/en/docs/iam/concepts/authorization/api-key', [
    ['YANDEX_API_KEY', 'API key', ['AQVN{u35-38}']],
    ['YANDEX_IAM_TOKEN', 'IAM or OAuth token', ['t1.{u30-400}.{u80-100}', 'y0_{u50-70}', 'y3_{u50-70}']],
    ['YANDEX_SECRET_KEY', 'static secret key', ['YC{u38}']],
  ]),
  vendor('DigitalOcean', 'https://docs.digitalocean.com/reference/api/create-personal-access-token', [
    ['DIGITALOCEAN_TOKEN', 'token', ['dop_v1_{h64}', 'doo_v1_{h64}', 'dor_v1_{h64}', 'sk-do-{u40-80}']],
    ['DIGITALOCEAN_SPACES_KEY', 'Spaces key', ['DO00{A16}', 'DO801{A15}']],
  ]),
  vendor('Heroku', 'https://devcenter.heroku.com/articles/platform-api-quickstart', [
    ['HEROKU_API_KEY', 'API key', ['HRKU-AA{u58}', 'HRKU-{h8}-{h4}-{h4}-{h4}-{h12}']],
  ]),
  vendor('Scaleway', 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys', [
    ['SCALEWAY_ACCESS_KEY', 'access key', ['SCW{A17}']],
  ]),
  vendor('Render', 'https://render.com/docs/api', [['RENDER_API_KEY', 'API key', ['rnd_{n28-40}']]]),
  vendor('Vercel', 'https://vercel.com/docs/rest-api', [
    ['VERCEL_TOKEN', 'access token', ['vcp_{n40-70}', 'vci_{n40-70}', 'vca_{n40-70}', 'vcr_{n40-70}']],
    ['VERCEL_BLOB_TOKEN', 'Blob token', ['vercel_blob_rw_{n16}_{n30-40}']],
  ]),
  vendor('Netlify', 'https://docs.netlify.com/api/get-started', [
    ['NETLIFY_TOKEN', 'access token', ['nfp_{n36-44}', 'nfc_{n36-44}', 'nfo_{n36-44}', 'nfu_{n36-44}']],
  ]),
  vendor('Fly.io', 'https://fly.io/docs/security/tokens', [
    ['FLY_API_TOKEN', 'access token', ['fm1r_{B80-2000}', 'fm1a_{B80-2000}', 'fm2_{B80-2000}', 'fo1_{u43}']],
  ]),
  vendor('Cloudflare', 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys', [
    ['CLOUDFLARE_ORIGIN_CA_KEY', 'origin CA key', ['v1.0-{h24}-{h146}']],
    ['CLOUDFLARE_API_TOKEN', 'API token', ['cfut_{n40}{h8}', 'cfat_{n40}{h8}', 'cfk_{n40}{h8}']],
  ]),
  vendor('Akamai', 'https://techdocs.akamai.com/developer/docs/edgegrid', [
    ['AKAMAI_TOKEN', 'EdgeGrid token', ['akab-{a16}-{a16}']],
  ]),
  vendor('Backblaze', 'https://www.backblaze.com/docs/cloud-storage-application-keys', [
    ['BACKBLAZE_KEY', 'application key', ['K00{d1}{b27}']],
  ]),
  vendor('Supabase', 'https://supabase.com/docs/guides/api/api-keys', [
    ['SUPABASE_TOKEN', 'access token', ['sbp_{h40}', 'sbp_v0_{h40}', 'sbp_oauth_{h40}']],
    ['SUPABASE_SECRET_KEY', 'secret key', ['sb_secret_{u22}_{u8}', 'sb_secret_{u30-44}']],
  ]),
  vendor('PlanetScale', 'https://planetscale.com/docs/concepts/service-tokens', [
    ['PLANETSCALE_TOKEN', 'token or password', ['pscale_tkn_{s32-64}', 'pscale_pw_{s32-64}', 'pscale_oauth_{s32-64}']],
  ]),
  vendor('Neon', 'https://neon.com/docs/manage/api-keys', [['NEON_API_KEY', 'API key', ['napi_{a48-72}']]]),
  vendor('MongoDB Atlas', 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview', [
    ['MONGODB_ATLAS_SECRET', 'service account secret', ['mdb_sa_sk_{u30-60}']],
  ]),
  vendor('Databricks', 'https://docs.databricks.com/en/dev-tools/auth/pat.html', [
    ['DATABRICKS_TOKEN', 'access token', ['dapi{h32}-{d1}', 'dapi{h32}', 'dkea{h32}', 'dose{h32}']],
  ]),
  vendor('CockroachDB', 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access', [
    ['COCKROACHDB_API_KEY', 'API key', ['CCDB1_{n22}_{n40}']],
  ]),
  vendor('Aiven', 'https://aiven.io/docs/platform/howto/create_authentication_token', [
    ['AIVEN_PASSWORD', 'service password', ['AVNS_{u19-24}']],
  ]),
  vendor('Elastic', 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys', [
    ['ELASTIC_API_KEY', 'cloud API key', ['essu_{B40-120}']],
  ]),
  vendor('ClickHouse Cloud', 'https://clickhouse.com/docs/cloud/manage/openapi', [
    ['CLICKHOUSE_SECRET', 'API secret', ['4b1d{n38}']],
  ]),
  vendor('Prefect', 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys', [
    ['PREFECT_API_KEY', 'API key', ['pnu_{n36}', 'pnb_{n36}']],
  ]),
  vendor('dbt', 'https://docs.getdbt.com/docs/dbt-cloud-apis/user-tokens', [
    ['DBT_TOKEN', 'token', ['dbtc_{u30-60}', 'dbtu_{u30-60}']],
  ]),
  vendor('Pulumi', 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens', [
    ['PULUMI_TOKEN', 'access token', ['pul-{h40}']],
  ]),
  vendor('HashiCorp Vault', 'https://developer.hashicorp.com/vault/docs/concepts/tokens', [
    ['VAULT_TOKEN', 'token', ['hvs.{u24-300}', 'hvb.{u24-300}', 'hvr.{u24-300}', 's.{n24}']],
  ]),
  vendor('Doppler', 'https://docs.doppler.com/reference/api', [
    [
      'DOPPLER_TOKEN',
      'token',
      [
        'dp.pt.{n40-44}',
        'dp.st.{n40-44}',
        'dp.ct.{n40-44}',
        'dp.sa.{n40-44}',
        'dp.scim.{n40-44}',
        'dp.audit.{n40-44}',
        'dp.said.{n40-44}',
        'dp.st.{u2-35}.{n40-44}',
      ],
    ],
  ]),
  vendor('Infisical', 'https://infisical.com/docs/documentation/platform/token', [
    [
      'INFISICAL_TOKEN',
      'service token',
      ['st.{h8}-{h4}-{h4}-{h4}-{h12}.{h32}.{h32}', 'st.{h24}.{h32}.{h32}', 'st.v3.{B40-400}'],
    ],
  ]),
  vendor('1Password', 'https://developer.1password.com/docs/service-accounts', [
    ['ONEPASSWORD_SERVICE_TOKEN', 'service account token', ['ops_eyJ{B200-1200}']],
    ['ONEPASSWORD_SECRET_KEY', 'secret key', ['A3-{A6}-{A11}-{A5}-{A5}-{A5}', 'A3-{A6}-{A6}-{A5}-{A5}-{A5}-{A5}']],
  ]),
  vendor('age', 'https://age-encryption.org/v1', [
    ['AGE_SECRET_KEY', 'identity', ['AGE-SECRET-KEY-1{A58}', 'AGE-SECRET-KEY-PQ-1{A58-80}']],
  ]),
  vendor('Tailscale', 'https://tailscale.com/kb/1085/auth-keys', [
    [
      'TAILSCALE_KEY',
      'key',
      [
        'tskey-{n10-60}',
        'tskey-auth-{n8-20}-{n20-40}',
        'tskey-api-{n8-20}-{n20-40}',
        'tskey-client-{n8-20}-{n20-40}',
        'tskey-scim-{n8-20}-{n20-40}',
        'tskey-webhook-{n8-20}-{n20-40}',
      ],
    ],
  ]),
  vendor('NetBird', 'https://docs.netbird.io/how-to/access-netbird-public-api', [
    ['NETBIRD_TOKEN', 'access token', ['nbp_{n36}']],
  ]),
  vendor('Defined Networking', 'https://docs.defined.net/guides/automating-host-creation', [
    ['DEFINED_NETWORKING_KEY', 'API key', ['dnkey-{A26}-{A52}', 'dnkey-{a26}-{a52}']],
  ]),
  vendor(
    'OpenShift',
    'https://docs.openshift.com/container-platform/latest/authentication/understanding-authentication.html',
    [['OPENSHIFT_TOKEN', 'user token', ['sha256~{u43}']]],
  ),
  vendor('Rancher', 'https://ranchermanager.docs.rancher.com/api/api-tokens', [
    ['RANCHER_TOKEN', 'API token', ['token-{a5}:{a54}', 'kubeconfig-u-{a5-20}:{a54}', 'kubeconfig-user-{a5-20}:{a54}']],
  ]),
  vendor(
    'Terraform Cloud',
    'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    [['TERRAFORM_TOKEN', 'API token', ['{n14}.atlasv1.{u60-70}']]],
  ),
  vendor('Xata', 'https://xata.io/docs/concepts/api-keys', [['XATA_API_KEY', 'API key', ['xau_{n30-60}']]]),
  vendor('Scalingo', 'https://developers.scalingo.com/index', [['SCALINGO_TOKEN', 'API token', ['tk-us-{u48}']]]),
  // The base64 of a DER private key without its PEM lines: RSA (PKCS #1), then PKCS #8 of RSA, P-256 and Ed25519 keys.
  vendor('PKCS', 'https://www.rfc-editor.org/rfc/rfc5958', [
    [
      'PRIVATE_KEY',
      'private key without its PEM lines',
      [
        'MIIEpAIBAAKCAQEA{B40-4000}',
        'MIIEowIBAAKCAQEA{B40-4000}',
        'MIIJKQIBAAKCAgEA{B40-4000}',
        'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC{B16-4000}',
        'MIIEvgIBADANBgkqhkiG9w0BAQEFAASC{B16-4000}',
        'MIIEvwIBADANBgkqhkiG9w0BAQEFAASC{B16-4000}',
        'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w{B60-140}',
        'MC4CAQAwBQYDK2VwBCIEI{B42-44}',
      ],
    ],
  ]),
].flat();
