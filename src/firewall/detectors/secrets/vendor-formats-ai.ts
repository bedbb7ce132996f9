import { type VendorFormat, vendor } from './vendor-format.ts';

/** Providers of models and of the tools around them. */
export const AI_FORMATS: readonly VendorFormat[] = [
  vendor('DeepSeek', 'https://api-docs.deepseek.com', [['DEEPSEEK_API_KEY', 'API key', ['sk-{h32}']]]),
  vendor('OpenAI', 'https://platform.openai.com/docs/api-reference/authentication', [
    [
      'OPENAI_API_KEY',
      'API key',
      ['sk-proj-{u40-220}', 'sk-svcacct-{u40-220}', 'sk-None-{u40-220}', 'sk-{n20}T3BlbkFJ{n20}', 'sk-{n48}'],
    ],
    ['OPENAI_ADMIN_KEY', 'admin key', ['sk-admin-{u40-220}']],
    ['OPENAI_SESSION_KEY', 'session key', ['sess-{n40}']],
  ]),
  vendor('Anthropic', 'https://docs.anthropic.com/en/api/overview', [
    ['ANTHROPIC_API_KEY', 'API key', ['sk-ant-api{d2}-{u80-120}']],
    ['ANTHROPIC_ADMIN_KEY', 'admin key', ['sk-ant-admin{d2}-{u80-120}']],
    [
      'ANTHROPIC_OAUTH_TOKEN',
      'OAuth token',
      ['sk-ant-oat{d2}-{u80-120}', 'sk-ant-ort{d2}-{u80-120}', 'sk-ant-sid{d2}-{u80-120}'],
    ],
    ['ANTHROPIC_API_KEY', 'API key', ['sk-ant-{u80-120}']],
  ]),
  vendor('OpenRouter', 'https://openrouter.ai/docs/api-reference/authentication', [
    ['OPENROUTER_API_KEY', 'API key', ['sk-or-v1-{h64}', 'sk-or-{u40-80}']],
  ]),
  vendor('Groq', 'https://console.groq.com/docs/quickstart', [['GROQ_API_KEY', 'API key', ['gsk_{n52}']]]),
  vendor('xAI', 'https://docs.x.ai/docs/api-reference', [['XAI_API_KEY', 'API key', ['xai-{w70-90}']]]),
  vendor('Perplexity', 'https://docs.perplexity.ai/guides/getting-started', [
    ['PERPLEXITY_API_KEY', 'API key', ['pplx-{n40-64}']],
  ]),
  vendor('Hugging Face', 'https://huggingface.co/docs/hub/security-tokens', [
    ['HUGGINGFACE_TOKEN', 'access token', ['hf_{n30-40}', 'api_org_{l34}']],
    ['HUGGINGFACE_OAUTH_TOKEN', 'OAuth token', ['hf_oauth_{s20-400}']],
  ]),
  vendor('Replicate', 'https://replicate.com/docs/reference/http', [
    ['REPLICATE_API_TOKEN', 'API token', ['r8_{n37}']],
  ]),
  vendor('Fireworks AI', 'https://docs.fireworks.ai/api-reference/introduction', [
    ['FIREWORKS_API_KEY', 'API key', ['fw_{n22-48}']],
  ]),
  vendor('Cerebras', 'https://inference-docs.cerebras.ai/quickstart', [['CEREBRAS_API_KEY', 'API key', ['csk-{a48}']]]),
  vendor('NVIDIA', 'https://docs.nvidia.com/nim/large-language-models/latest/getting-started.html', [
    ['NVIDIA_API_KEY', 'API key', ['nvapi-{u60-70}']],
  ]),
  vendor('Together AI', 'https://docs.together.ai/docs/quickstart', [
    ['TOGETHER_API_KEY', 'API key', ['tgp_v1_{u43}']],
  ]),
  vendor('Voyage AI', 'https://docs.voyageai.com/docs/api-key-and-installation', [
    ['VOYAGE_API_KEY', 'API key', ['pa-{u43}'], { check: 'context', words: ['voyage'] }],
  ]),
  vendor('Jina AI', 'https://jina.ai/embeddings', [['JINA_API_KEY', 'API key', ['jina_{u50-70}']]]),
  vendor('Tavily', 'https://docs.tavily.com/documentation/quickstart', [
    ['TAVILY_API_KEY', 'API key', ['tvly-dev-{u32}', 'tvly-prod-{u32}', 'tvly-{n32}']],
  ]),
  vendor('Firecrawl', 'https://docs.firecrawl.dev/introduction', [['FIRECRAWL_API_KEY', 'API key', ['fc-{h32}']]]),
  vendor('ElevenLabs', 'https://elevenlabs.io/docs/api-reference/authentication', [
    ['ELEVENLABS_API_KEY', 'API key', ['sk_{h48}']],
  ]),
  vendor(
    'LangSmith',
    'https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key',
    [['LANGSMITH_API_KEY', 'API key', ['lsv2_pt_{h32}_{h10}', 'lsv2_sk_{h32}_{h10}', 'ls__{h32}']]],
  ),
  vendor('Langfuse', 'https://langfuse.com/docs/sdk/overview', [
    ['LANGFUSE_SECRET_KEY', 'secret key', ['sk-lf-{h8}-{h4}-{h4}-{h4}-{h12}']],
  ]),
  vendor('Pinecone', 'https://docs.pinecone.io/guides/projects/manage-api-keys', [
    ['PINECONE_API_KEY', 'API key', ['pcsk_{n5-6}_{n60-66}']],
  ]),
  vendor('Helicone', 'https://docs.helicone.ai/helicone-headers/helicone-auth', [
    ['HELICONE_API_KEY', 'API key', ['sk-helicone-{a7}-{a7}-{a7}-{a7}', 'sk-helicone-{u20-48}']],
  ]),
  vendor('RunPod', 'https://docs.runpod.io/get-started/api-keys', [
    ['RUNPOD_API_KEY', 'API key', ['rpa_{A30-50}{a0-8}']],
  ]),
  vendor('Modal', 'https://modal.com/docs/reference/modal.config', [
    ['MODAL_TOKEN_ID', 'token id', ['ak-{n22}'], { check: 'context', words: ['modal'] }],
    ['MODAL_TOKEN_SECRET', 'token secret', ['as-{n22}'], { check: 'context', words: ['modal'] }],
  ]),
  vendor('E2B', 'https://e2b.dev/docs/api-key', [['E2B_API_KEY', 'API key', ['e2b_{h40}']]]),
  vendor('Browserbase', 'https://docs.browserbase.com/introduction/getting-started', [
    ['BROWSERBASE_API_KEY', 'API key', ['bb_live_{u25-40}']],
  ]),
  vendor('Vercel AI Gateway', 'https://vercel.com/docs/ai-gateway/authentication', [
    ['VERCEL_AI_GATEWAY_KEY', 'API key', ['vck_{n40-64}']],
  ]),
  vendor('LlamaCloud', 'https://docs.cloud.llamaindex.ai/api_key', [
    ['LLAMA_CLOUD_API_KEY', 'API key', ['llx-{n40-60}']],
  ]),
  vendor('Cursor', 'https://cursor.com/docs/account/teams/admin-api', [
    ['CURSOR_API_KEY', 'API key', ['key_{h64}', 'crsr_{h64}']],
  ]),
  vendor('Coze', 'https://www.coze.com/docs/developer_guides/authentication', [
    ['COZE_TOKEN', 'personal access token', ['pat_{n64}']],
  ]),
  vendor('Anyscale', 'https://docs.anyscale.com/reference/authentication', [
    ['ANYSCALE_API_KEY', 'API key', ['esecret_{a24-32}']],
  ]),
  vendor('Weights & Biases', 'https://docs.wandb.ai/support/find_api_key', [
    ['WANDB_API_KEY', 'API key', ['wandb_v1_{w60-100}', 'local-{h40}']],
  ]),
  vendor('Mem0', 'https://docs.mem0.ai/platform/quickstart', [
    ['MEM0_API_KEY', 'API key', ['m0-{n40}'], { check: 'context', words: ['mem0'] }],
  ]),
  vendor('Scale AI', 'https://scale.com/docs/api-reference/authentication', [
    ['SCALE_API_KEY', 'API key', ['live_{h32}', 'scaleint_{h32}_{h10-32}']],
  ]),
  vendor('LiteLLM', 'https://docs.litellm.ai/docs/proxy/virtual_keys', [
    ['MODEL_API_KEY', 'or other compatible endpoint key', ['sk-{n20-64}', 'sk-{u22}']],
  ]),
].flat();
