import { type VendorFormat, vendor } from './vendor-format.ts';

/** Payments, messaging, mail, productivity, identity and everything else. */
export const BUSINESS_FORMATS: readonly VendorFormat[] = [
  vendor('Slack', 'https://api.slack.com/concepts/token-types', [
    [
      'SLACK_TOKEN',
      'token',
      [
        'xoxb-{d9-14}-{d9-14}-{n20-40}',
        'xoxb-{d8-14}-{n18-40}',
        'xoxp-{d9-14}-{d9-14}-{d9-14}-{h28-34}',
        'xoxp-{d9-14}-{d9-14}-{h28-34}',
        'xoxa-2-{u30-120}',
        'xoxa-{d1}-{u30-120}',
        'xoxr-{d9-14}-{u20-120}',
        'xoxs-{u40-120}',
        'xoxc-{u40-120}',
        'xoxo-{u40-120}',
        'xoxd-{B40-300}',
        'xoxe-{d1}-{u100-250}',
        'xoxe.xoxp-{d1}-{u100-250}',
        'xoxe.xoxb-{d1}-{u100-250}',
      ],
    ],
    [
      'SLACK_APP_TOKEN',
      'app-level token',
      ['xapp-{d1}-{A9-14}-{d9-14}-{h64}', 'xapp-{d1}-{A9-14}-{d9-14}-{a32-80}', 'xwfp-{d9-14}-{u20-120}'],
    ],
  ]),
  vendor('Stripe', 'https://docs.stripe.com/keys', [
    [
      'STRIPE_API_KEY',
      'secret key',
      [
        'sk_live_{n24-247}',
        'sk_test_{n24-247}',
        'sk_prod_{n24-247}',
        'rk_live_{n24-247}',
        'rk_test_{n24-247}',
        'rk_prod_{n24-247}',
        'sk_org_{w24-247}',
      ],
    ],
    ['STRIPE_WEBHOOK_SECRET', 'webhook signing secret', ['whsec_{b32-64}']],
  ]),
  vendor('Square', 'https://developer.squareup.com/docs/build-basics/access-tokens', [
    ['SQUARE_TOKEN', 'access token', ['sq0atp-{u22}', 'EAAA{u60}', 'sq0idb-{u22}']],
    ['SQUARE_SECRET', 'application secret', ['sq0csp-{u43}']],
  ]),
  vendor('Braintree', 'https://developer.paypal.com/braintree/docs/start/overview', [
    ['BRAINTREE_TOKEN', 'access token', ['access_token$production${a16}${h32}', 'access_token$sandbox${a16}${h32}']],
  ]),
  vendor('Adyen', 'https://docs.adyen.com/development-resources/api-credentials', [
    ['ADYEN_API_KEY', 'API key', ['AQE{l1}hmf{B60-200}']],
  ]),
  vendor('Razorpay', 'https://razorpay.com/docs/payments/dashboard/account-settings/api-keys', [
    ['RAZORPAY_KEY', 'key id', ['rzp_live_{n14}', 'rzp_test_{n14}']],
  ]),
  vendor('Flutterwave', 'https://developer.flutterwave.com/docs/authentication', [
    [
      'FLUTTERWAVE_KEY',
      'secret key',
      ['FLWSECK-{x32}-X', 'FLWSECK_TEST-{x12-32}', 'FLWSECK_TEST-{x32}-X', 'FLWSECK-{n32}-X'],
    ],
  ]),
  vendor('Mollie', 'https://docs.mollie.com/reference/authentication', [
    ['MOLLIE_API_KEY', 'API key', ['live_{n30}', 'test_{n30}', 'access_{n30}']],
  ]),
  vendor('GoCardless', 'https://developer.gocardless.com/api-reference', [
    ['GOCARDLESS_TOKEN', 'access token', ['live_{u40}', 'sandbox_{u40}']],
  ]),
  vendor('Plaid', 'https://plaid.com/docs/api', [
    [
      'PLAID_ACCESS_TOKEN',
      'access token',
      [
        'access-sandbox-{h8}-{h4}-{h4}-{h4}-{h12}',
        'access-development-{h8}-{h4}-{h4}-{h4}-{h12}',
        'access-production-{h8}-{h4}-{h4}-{h4}-{h12}',
      ],
    ],
  ]),
  vendor('Paddle', 'https://developer.paddle.com/api-reference/about/authentication', [
    [
      'PADDLE_API_KEY',
      'API key',
      ['pdl_live_apikey_{a26}_{n22}_{n3}', 'pdl_sdbx_apikey_{a26}_{n22}_{n3}', 'pdl_ntfset_{a26}_{u20-60}'],
    ],
  ]),
  vendor('Polar', 'https://polar.sh/docs/integrate/oat', [
    ['POLAR_TOKEN', 'access token', ['polar_oat_{n36-60}', 'polar_pat_{n36-60}']],
  ]),
  vendor('Klarna', 'https://docs.klarna.com/api/authentication', [
    ['KLARNA_API_KEY', 'API key', ['klarna_live_api_{B40-200}', 'klarna_test_api_{B40-200}']],
  ]),
  vendor('Mercado Pago', 'https://www.mercadopago.com/developers/en/docs/your-integrations/credentials', [
    ['MERCADOPAGO_TOKEN', 'access token', ['APP_USR-{d12-18}-{d6}-{h32}-{d6-12}', 'TEST-{d12-18}-{d6}-{h32}-{d6-12}']],
  ]),
  vendor('Lob', 'https://docs.lob.com', [['LOB_API_KEY', 'API key', ['live_{h35}', 'test_{h35}']]]),
  vendor('EasyPost', 'https://docs.easypost.com/docs/authentication', [
    ['EASYPOST_API_KEY', 'API key', ['EZAK{n54}', 'EZTK{n54}']],
  ]),
  vendor('Shippo', 'https://docs.goshippo.com/docs/guides_general/authentication', [
    ['SHIPPO_TOKEN', 'API token', ['shippo_live_{h40}', 'shippo_test_{h40}']],
  ]),
  vendor('Duffel', 'https://duffel.com/docs/api/overview/making-requests', [
    ['DUFFEL_TOKEN', 'access token', ['duffel_live_{u43}', 'duffel_test_{u43}']],
  ]),
  vendor('Xendit', 'https://docs.xendit.co/api-integration/api-keys', [
    ['XENDIT_KEY', 'secret key', ['xnd_production_{n40-80}', 'xnd_development_{n40-80}']],
  ]),
  vendor('Cashfree', 'https://www.cashfree.com/docs/api-reference/authentication', [
    ['CASHFREE_SECRET', 'client secret', ['cfsk_ma_prod_{h32}_{h8}', 'cfsk_ma_test_{h32}_{h8}']],
  ]),
  vendor('Rapyd', 'https://docs.rapyd.net/en/get-api-keys.html', [['RAPYD_SECRET', 'secret key', ['rsk_{h96}']]]),
  vendor('Shopify', 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens', [
    [
      'SHOPIFY_TOKEN',
      'access token',
      ['shpat_{n32-38}', 'shpca_{n32-38}', 'shppa_{n32-38}', 'shptka_{n32-38}', 'shpua_{n32-38}'],
    ],
    ['SHOPIFY_SECRET', 'shared secret', ['shpss_{n32-38}']],
  ]),
  vendor('SendGrid', 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys', [
    ['SENDGRID_API_KEY', 'API key', ['SG.{u22}.{u43}', 'SG.{u16-32}.{u16-64}']],
  ]),
  vendor('Mailgun', 'https://documentation.mailgun.com/docs/mailgun/api-reference/intro', [
    ['MAILGUN_API_KEY', 'API key', ['key-{a32}', 'pubkey-{h32}', '{h32}-{h8}-{h8}']],
  ]),
  vendor('Mailchimp', 'https://mailchimp.com/developer/marketing/guides/quick-start', [
    ['MAILCHIMP_API_KEY', 'API key', ['{h32}-us{d1-2}']],
    ['MANDRILL_API_KEY', 'transactional key', ['md-{u22}']],
  ]),
  vendor('Brevo', 'https://developers.brevo.com/docs/getting-started', [
    ['BREVO_API_KEY', 'API or SMTP key', ['xkeysib-{h64}-{n16}', 'xsmtpsib-{h64}-{n16}']],
  ]),
  vendor('Resend', 'https://resend.com/docs/dashboard/api-keys/introduction', [
    ['RESEND_API_KEY', 'API key', ['re_{n8}_{n24}', 're_{n30-40}', 're_{n8}_{n20-28}']],
  ]),
  vendor('MailerSend', 'https://developers.mailersend.com', [['MAILERSEND_TOKEN', 'API token', ['mlsn.{h64}']]]),
  vendor('Twilio', 'https://www.twilio.com/docs/iam/api-keys', [['TWILIO_API_KEY', 'API key', ['SK{h32}']]]),
  vendor('OneSignal', 'https://documentation.onesignal.com/docs/keys-and-ids', [
    ['ONESIGNAL_KEY', 'API key', ['os_v2_app_{a90-120}', 'os_v2_org_{a90-120}']],
  ]),
  vendor('Courier', 'https://www.courier.com/docs/reference/authorization', [
    ['COURIER_KEY', 'authorisation token', ['pk_prod_{A28}', 'pk_test_{A28}']],
  ]),
  vendor('Telegram', 'https://core.telegram.org/bots/api', [['TELEGRAM_BOT_TOKEN', 'bot token', ['{d8-10}:AA{u33}']]]),
  vendor('Discord', 'https://discord.com/developers/docs/reference', [
    ['DISCORD_BOT_TOKEN', 'bot token', ['{u24-28}.{u6}.{u27-40}', 'mfa.{u80-90}']],
  ]),
  vendor('Meta', 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens', [
    ['FACEBOOK_ACCESS_TOKEN', 'access token', ['EAA{n90-600}', 'IGQ{u90-600}', 'IGAA{n90-600}']],
  ]),
  vendor('X', 'https://developer.x.com/en/docs/authentication/oauth-2-0/bearer-tokens', [
    ['TWITTER_BEARER_TOKEN', 'app bearer token', ['AAAAAAAAAAAAAAAAAAAA{s60-120}']],
  ]),
  vendor('Dropbox', 'https://developers.dropbox.com/oauth-guide', [
    ['DROPBOX_TOKEN', 'access token', ['sl.{u120-1600}', 'sl.u.{u120-1600}']],
  ]),
  vendor('Airtable', 'https://airtable.com/developers/web/guides/personal-access-tokens', [
    ['AIRTABLE_TOKEN', 'personal access token', ['pat{n14}.{h64}']],
  ]),
  vendor('Notion', 'https://developers.notion.com/docs/authorization', [
    ['NOTION_TOKEN', 'integration token', ['ntn_{d11}{n35}', 'secret_{n43}']],
  ]),
  vendor('Linear', 'https://linear.app/developers/graphql', [
    ['LINEAR_API_KEY', 'API key', ['lin_api_{n40}', 'lin_oauth_{h64}', 'lin_wh_{n40}']],
  ]),
  vendor('Asana', 'https://developers.asana.com/docs/personal-access-token', [
    ['ASANA_TOKEN', 'personal access token', ['1/{d15-17}:{h32}', '2/{d15-17}/{d15-17}:{h32}', '0/{h32}']],
  ]),
  vendor('ClickUp', 'https://developer.clickup.com/docs/authentication', [
    ['CLICKUP_TOKEN', 'personal token', ['pk_{d5-10}_{A32}']],
  ]),
  vendor('Figma', 'https://www.figma.com/developers/api#authentication', [
    [
      'FIGMA_TOKEN',
      'access token',
      [
        'figd_{u40}',
        'figo_{u40-60}',
        'figu_{u40-60}',
        'figoh_{u40-60}',
        'figor_{u40-60}',
        'figuh_{u40-60}',
        'figur_{u40-60}',
      ],
    ],
  ]),
  vendor('Contentful', 'https://www.contentful.com/developers/docs/references/authentication', [
    ['CONTENTFUL_TOKEN', 'management token', ['CFPAT-{u43}']],
  ]),
  vendor('HubSpot', 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview', [
    [
      'HUBSPOT_TOKEN',
      'private app token',
      [
        'pat-na1-{x8}-{x4}-{x4}-{x4}-{x12}',
        'pat-na2-{x8}-{x4}-{x4}-{x4}-{x12}',
        'pat-eu1-{x8}-{x4}-{x4}-{x4}-{x12}',
        'pat-ap1-{x8}-{x4}-{x4}-{x4}-{x12}',
      ],
    ],
  ]),
  vendor('Klaviyo', 'https://developers.klaviyo.com/en/docs/authenticate_', [
    ['KLAVIYO_KEY', 'private key', ['pk_{h34}', 'pk_{n6}_{h34}']],
  ]),
  vendor('Intercom', 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication', [
    ['INTERCOM_TOKEN', 'access token', ['dG9rO{B40-80}']],
  ]),
  vendor('Typeform', 'https://www.typeform.com/developers/get-started/personal-access-token', [
    ['TYPEFORM_TOKEN', 'personal token', ['tfp_{u40-60}', 'tfp_{u40-50}_{u10-20}']],
  ]),
  vendor('Tally', 'https://developers.tally.so/api-reference/api-keys', [['TALLY_API_KEY', 'API key', ['tly-{n32}']]]),
  vendor('Mapbox', 'https://docs.mapbox.com/help/getting-started/access-tokens', [
    ['MAPBOX_SECRET_TOKEN', 'secret token', ['sk.eyJ{u50-120}.{u22}']],
  ]),
  vendor('Apify', 'https://docs.apify.com/platform/integrations/api', [
    ['APIFY_TOKEN', 'API token', ['apify_api_{n34-40}', 'apify_proxy_{n20-40}']],
  ]),
  vendor('Adobe', 'https://developer.adobe.com/developer-console/docs/guides/authentication', [
    ['ADOBE_SECRET', 'client secret', ['p8e-{u32}', 'p8e-{a32}']],
  ]),
  vendor('Frame.io', 'https://developer.frame.io/docs', [['FRAMEIO_TOKEN', 'token', ['fio-u-{u64}']]]),
  vendor('Beamer', 'https://www.getbeamer.com/api', [['BEAMER_TOKEN', 'token', ['b_{b44}=', 'b_{u44}']]]),
  vendor('MaxMind', 'https://dev.maxmind.com/license-key', [['MAXMIND_KEY', 'licence key', ['{n6}_{n29}_mmk']]]),
  vendor('PubNub', 'https://www.pubnub.com/docs/general/setup/account-setup', [
    [
      'PUBNUB_KEY',
      'secret or subscribe key',
      [
        'sec-c-{h8}-{h4}-{h4}-{h4}-{h12}',
        'sec-c-{n48}',
        'sub-c-{h8}-{h4}-{h4}-{h4}-{h12}',
        'pub-c-{h8}-{h4}-{h4}-{h4}-{h12}',
      ],
    ],
  ]),
  vendor('Riot Games', 'https://developer.riotgames.com/docs/portal', [
    ['RIOT_API_KEY', 'API key', ['RGAPI-{h8}-{h4}-{h4}-{h4}-{h12}']],
  ]),
  vendor('42', 'https://api.intra.42.fr/apidoc', [
    ['INTRA42_SECRET', 'client secret', ['s-s4t2ud-{h64}', 's-s4t2af-{h64}']],
  ]),
  vendor('Stytch', 'https://stytch.com/docs/api', [
    ['STYTCH_SECRET', 'secret', ['secret-live-{u36}=', 'secret-test-{u36}=', 'secret-live-{u36}', 'secret-test-{u36}']],
  ]),
  vendor('Liveblocks', 'https://liveblocks.io/docs/authentication', [
    ['LIVEBLOCKS_KEY', 'secret key', ['sk_prod_{u50-90}', 'sk_dev_{u50-90}']],
  ]),
  vendor('Foursquare', 'https://docs.foursquare.com/developer/reference/authentication', [
    ['FOURSQUARE_KEY', 'API key', ['fsq3{B44}']],
  ]),
  vendor('Ubidots', 'https://docs.ubidots.com/reference/authentication', [
    ['UBIDOTS_TOKEN', 'token', ['BBFF-{n30}', 'BBUS-{n30}']],
  ]),
  vendor('Authress', 'https://authress.io/knowledge-base/docs/authorization/service-clients', [
    [
      'AUTHRESS_KEY',
      'service client key',
      ['sc_{a5-30}.{a4-6}.acc-{a10-32}.{B30-120}', 'ext_{a5-30}.{a4-6}.acc-{a10-32}.{B30-120}'],
    ],
  ]),
  vendor('Close', 'https://developer.close.com/topics/authentication', [
    ['CLOSE_API_KEY', 'API key', ['api_{n22}.{n22}']],
  ]),
  vendor('Crowdin', 'https://support.crowdin.com/developer/authorization', [
    ['CROWDIN_TOKEN', 'access token', ['crowdin_{h40}']],
  ]),
  vendor('Retool', 'https://docs.retool.com/org-users/guides/retool-api/authentication', [
    ['RETOOL_TOKEN', 'access token', ['retool_{n26}', 'retool_01{a24}']],
  ]),
  vendor('Metabase', 'https://www.metabase.com/docs/latest/people-and-groups/api-keys', [
    ['METABASE_KEY', 'API key', ['mb_{B40-52}']],
  ]),
  vendor('Zuplo', 'https://zuplo.com/docs/articles/api-key-management', [
    ['ZUPLO_KEY', 'API key', ['zpka_{h32}_{h8}', 'zpka_{a32}_{a8}']],
  ]),
  vendor('Unkey', 'https://www.unkey.com/docs/security/root-keys', [
    ['UNKEY_ROOT_KEY', 'root key', ['unkey_{n22-40}']],
  ]),
  vendor('RapidAPI', 'https://docs.rapidapi.com/docs/keys', [['RAPIDAPI_KEY', 'key', ['{a10}msh{h15}p{a6}jsn{a12}']]]),
  vendor('Sanity', 'https://www.sanity.io/docs/http-auth', [
    ['SANITY_TOKEN', 'API token', ['sk{n80}', 'sk{n170-190}']],
  ]),
].flat();
