import { type VendorFormat, vendor } from './vendor-format.ts';

/** Code hosting, package registries, continuous integration, monitoring. */
export const CODE_FORMATS: readonly VendorFormat[] = [
  vendor(
    'GitHub',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    [
      [
        'GITHUB_TOKEN',
        'token',
        ['ghp_{n36}', 'gho_{n36}', 'ghu_{n36}', 'ghs_{n36}', 'ghs_{d1-12}_{s60-2000}', 'ghr_{n36}', 'ghr_{n76}'],
        { check: 'crc32' },
      ],
      [
        'GITHUB_FINE_GRAINED_TOKEN',
        'fine-grained token',
        ['github_pat_{n22}_{n59}', 'github_pat_{w82}'],
        { check: 'crc32' },
      ],
      ['GITHUB_APP_TOKEN', 'installation token', ['v1.{h40}']],
    ],
  ),
  vendor('GitLab', 'https://docs.gitlab.com/security/tokens', [
    ['GITLAB_TOKEN', 'access token', ['glpat-{u20}', 'glpat-{u27-300}.{a2}{a7}', 'glpat-{u27-300}.{a2}.{a9}']],
    ['GITLAB_DEPLOY_TOKEN', 'deploy token', ['gldt-{u20}', 'gldt-{u27-300}.{a2}.{a9}']],
    [
      'GITLAB_RUNNER_TOKEN',
      'runner token',
      [
        'glrt-{u20}',
        'glrt-t{d1}_{u20-60}',
        'glrt-{u27-300}.{a2}{a7}',
        'glrt-{u27-300}.{a2}.{a9}',
        'glrtr-{u20}',
        'GR1348941{u20}',
      ],
    ],
    ['GITLAB_CI_TOKEN', 'job token', ['glcbt-{x1-5}_{u20}', 'glcbt-{u20-60}']],
    ['GITLAB_TRIGGER_TOKEN', 'trigger token', ['glptt-{h40}', 'glptt-{u20-60}']],
    [
      'GITLAB_OTHER_TOKEN',
      'feed, mail, agent, SCIM, OAuth or feature flag token',
      [
        'glft-{u20}',
        'glimt-{u25}',
        'glagent-{u50}',
        'glsoat-{u20}',
        'gloas-{h64}',
        'gloas-{u43}',
        'glffct-{u20}',
        'glwt-{u20-60}',
      ],
    ],
  ]),
  vendor(
    'Atlassian',
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account',
    [
      ['ATLASSIAN_API_TOKEN', 'API token', ['ATATT3xFfGF0{B150-220}', 'ATSTT3xFfGN0{B150-220}']],
      ['BITBUCKET_TOKEN', 'Bitbucket token', ['ATCTT3xFfGN0{B150-220}', 'ATBB{n32}', 'ATBB{n24}{H8}', 'BBDC-{b44}']],
      ['TRELLO_TOKEN', 'Trello token', ['ATTA{h72}', 'ATTA{h64}{H8}', 'ATTA{x72}']],
    ],
  ),
  vendor('npm', 'https://docs.npmjs.com/about-access-tokens', [
    ['NPM_TOKEN', 'access token', ['npm_{n36}'], { check: 'crc32' }],
  ]),
  vendor('PyPI', 'https://pypi.org/help/#apitoken', [['PYPI_TOKEN', 'API token', ['pypi-AgE{u60-1000}']]]),
  vendor('RubyGems', 'https://guides.rubygems.org/api-key-scopes', [['RUBYGEMS_KEY', 'API key', ['rubygems_{h48}']]]),
  vendor('crates.io', 'https://doc.rust-lang.org/cargo/reference/publishing.html', [
    ['CRATES_IO_TOKEN', 'API token', ['cio{n32}']],
  ]),
  vendor('NuGet', 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package', [
    ['NUGET_API_KEY', 'API key', ['oy2{a43}']],
  ]),
  vendor('Docker Hub', 'https://docs.docker.com/security/access-tokens', [
    ['DOCKER_TOKEN', 'access token', ['dckr_pat_{u27}', 'dckr_oat_{u27-40}']],
  ]),
  vendor('Clojars', 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens', [
    ['CLOJARS_TOKEN', 'deploy token', ['CLOJARS_{h60}', 'CLOJARS_{a60}']],
  ]),
  vendor('JSR', 'https://jsr.io/docs/api', [['JSR_TOKEN', 'access token', ['jsrp_{n40}', 'jsrd_{n40}']]]),
  vendor('Deno Deploy', 'https://docs.deno.com/deploy', [
    ['DENO_TOKEN', 'access token', ['ddp_{n36}', 'ddo_{n36}', 'ddw_{n36}']],
  ]),
  vendor('JFrog', 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens', [
    ['JFROG_API_KEY', 'API key', ['AKCp{n69}', 'AKCp{d1}{n60-72}']],
    ['JFROG_REFERENCE_TOKEN', 'reference token', ['cmVmdGtu{n56}']],
  ]),
  vendor('CircleCI', 'https://circleci.com/docs/managing-api-tokens', [
    ['CIRCLECI_TOKEN', 'API token', ['CCIPAT_{n16-30}_{h40}', 'CCIPRJ_{n16-30}_{h40}']],
  ]),
  vendor('Buildkite', 'https://buildkite.com/docs/apis/managing-api-tokens', [
    ['BUILDKITE_TOKEN', 'API token', ['bkua_{h40}', 'bkaj_{s20-500}', 'bkct_{n20-80}']],
  ]),
  vendor('SonarQube', 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens', [
    ['SONARQUBE_TOKEN', 'token', ['sqp_{h40}', 'squ_{h40}', 'sqa_{h40}']],
  ]),
  vendor('Snyk', 'https://docs.snyk.io/snyk-api/authentication-for-api', [
    ['SNYK_TOKEN', 'token', ['snyk_uat.{h8}.{s40-400}', 'snyk_sat.{h8}.{s40-400}']],
  ]),
  vendor('Sentry', 'https://docs.sentry.io/account/auth-tokens', [
    ['SENTRY_TOKEN', 'auth token', ['sntrys_eyJ{B80-400}', 'sntryu_{h64}', 'sntrya_{h64}', 'sntryi_{h64}']],
  ]),
  vendor('Sourcegraph', 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token', [
    [
      'SOURCEGRAPH_TOKEN',
      'access token',
      ['sgp_local_{x40}', 'sgp_{x16}_{x40}', 'sgp_{x40}', 'slk_{h64}', 'sgd_{h64}'],
    ],
  ]),
  vendor('LaunchDarkly', 'https://launchdarkly.com/docs/home/account/api', [
    [
      'LAUNCHDARKLY_KEY',
      'API or SDK key',
      ['api-{h8}-{h4}-{h4}-{h4}-{h12}', 'sdk-{h8}-{h4}-{h4}-{h4}-{h12}', 'rel-{h8}-{h4}-{h4}-{h4}-{h12}'],
    ],
  ]),
  vendor('Postman', 'https://learning.postman.com/docs/developer/postman-api/authentication', [
    ['POSTMAN_API_KEY', 'API key', ['PMAK-{h24}-{h34}', 'PMAT-{A26}', 'PMAK-{x24}-{x34}']],
  ]),
  vendor('ReadMe', 'https://docs.readme.com/main/reference/authentication', [
    ['README_API_KEY', 'API key', ['rdme_{a70}', 'rdme_xn8s9h{a64}']],
  ]),
  vendor('New Relic', 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys', [
    [
      'NEW_RELIC_KEY',
      'API key',
      ['NRAK-{A27}', 'NRAA-{h27}', 'NRII-{u32}', 'NRIQ-{u32}', 'NRRA-{h42}', 'NRSP-{a40}', 'NRJS-{h19}'],
    ],
    ['NEW_RELIC_LICENSE_KEY', 'licence key', ['{h36}NRAL', 'eu01xx{h30}NRAL']],
  ]),
  vendor('Grafana', 'https://grafana.com/docs/grafana/latest/administration/service-accounts', [
    ['GRAFANA_TOKEN', 'token', ['glsa_{n32}_{x8}', 'glc_eyJ{B36-400}']],
  ]),
  vendor(
    'Dynatrace',
    'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
    [
      [
        'DYNATRACE_TOKEN',
        'token',
        ['dt0c01.{A24}.{A64}', 'dt0s01.{A8}.{A64}', 'dt0s02.{A8}.{A64}', 'dt0s08.{A8}.{A64}', 'dt0s16.{A8}.{A64}'],
      ],
    ],
  ),
  vendor('Honeycomb', 'https://docs.honeycomb.io/configure/environments/manage-api-keys', [
    [
      'HONEYCOMB_KEY',
      'ingest or management key',
      [
        'hcaik_{a58}',
        'hcalk_{a58}',
        'hcamk_{a58}',
        'hcaic_{a58}',
        'hcbik_{a58}',
        'hcxik_{a58}',
        'hcaik_{a26}.{a26-40}',
      ],
    ],
  ]),
  vendor('PostHog', 'https://posthog.com/docs/api', [
    ['POSTHOG_KEY', 'personal API key', ['phx_{n40-56}', 'phs_{n40-56}']],
  ]),
  vendor('Octopus Deploy', 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key', [
    ['OCTOPUS_API_KEY', 'API key', ['API-{A25-29}']],
  ]),
  vendor('Harness', 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys', [
    ['HARNESS_TOKEN', 'token', ['pat.{u22}.{h24}.{n20}', 'sat.{u22}.{h24}.{n20}']],
  ]),
  vendor('Depot', 'https://depot.dev/docs/cli/authentication', [
    ['DEPOT_TOKEN', 'token', ['depot_org_{h64}', 'depot_project_{h64}', 'depot_user_{h64}']],
  ]),
  vendor('Mergify', 'https://docs.mergify.com/api-usage', [['MERGIFY_KEY', 'application key', ['mka_{n40-64}']]]),
  vendor('Chromatic', 'https://www.chromatic.com/docs/cli', [['CHROMATIC_TOKEN', 'project token', ['chpt_{a15}']]]),
  vendor('Checkly', 'https://www.checklyhq.com/docs/accounts-and-users/creating-api-key', [
    ['CHECKLY_API_KEY', 'API key', ['cu_{h32}']],
  ]),
  vendor('Statsig', 'https://docs.statsig.com/sdk-keys/api-keys', [
    ['STATSIG_KEY', 'server secret', ['secret-{n43}', 'console-{n43}']],
  ]),
  vendor('Unleash', 'https://docs.getunleash.io/reference/api-tokens-and-client-keys', [
    ['UNLEASH_TOKEN', 'API token', ['default:development.{h56}', 'default:production.{h56}', 'user:{h56}']],
  ]),
  vendor('GrowthBook', 'https://docs.growthbook.io/api', [
    ['GROWTHBOOK_KEY', 'secret key', ['secret_admin_{b30-60}', 'secret_readonly_{b30-60}', 'secret_user_{b30-60}']],
  ]),
  vendor('Semgrep', 'https://semgrep.dev/docs/deployment/add-semgrep-to-ci', [
    ['SEMGREP_TOKEN', 'token', ['sgt_{a30-70}']],
  ]),
  vendor('GitGuardian', 'https://docs.gitguardian.com/api-docs/authentication', [
    ['GITGUARDIAN_TOKEN', 'token', ['ggtt-v-{u10}-{u40-60}']],
  ]),
  vendor('Val Town', 'https://docs.val.town/reference/std/auth', [['VALTOWN_TOKEN', 'API token', ['vtwn_{n27-40}']]]),
  vendor('Gitea', 'https://docs.gitea.com/usage/oauth2-provider', [['GITEA_TOKEN', 'OAuth secret', ['gto_{a52}']]]),
  vendor('n8n', 'https://docs.n8n.io/api/authentication', [['N8N_API_KEY', 'API key', ['n8n_api_{h40-80}']]]),
  vendor('SettleMint', 'https://console.settlemint.com/documentation', [
    ['SETTLEMINT_TOKEN', 'access token', ['sm_pat_{n16}', 'sm_aat_{n16}', 'sm_sat_{n16}']],
  ]),
  vendor('Thunderstore', 'https://thunderstore.io/package/create/docs', [
    ['THUNDERSTORE_TOKEN', 'API token', ['tss_{n36-60}']],
  ]),
  vendor('Rootly', 'https://docs.rootly.com/api-reference/overview', [['ROOTLY_API_KEY', 'API key', ['rootly_{h64}']]]),
].flat();
