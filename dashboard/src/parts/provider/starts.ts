/** Services with an OpenAI-compatible API, as their documentation gives the addresses: somewhere to start, all of it can be changed. */
import type { ProviderQuirks } from '../../../../src/contract/provider.ts';

export interface Start {
  readonly title: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly internal?: true;
  readonly quirks?: ProviderQuirks;
}

export const STARTS: readonly Start[] = [
  {
    title: 'OpenAI',
    name: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    quirks: { webSearch: 'web_search_options' },
  },
  {
    title: 'Azure OpenAI',
    name: 'azure',
    baseUrl: 'https://RESOURCE.openai.azure.com/openai/v1',
    quirks: { authHeader: 'api-key' },
  },
  { title: 'Anthropic', name: 'anthropic', baseUrl: 'https://api.anthropic.com/v1' },
  { title: 'Google Gemini', name: 'gemini', baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai' },
  { title: 'Mistral', name: 'mistral', baseUrl: 'https://api.mistral.ai/v1' },
  { title: 'Groq', name: 'groq', baseUrl: 'https://api.groq.com/openai/v1' },
  { title: 'DeepSeek', name: 'deepseek', baseUrl: 'https://api.deepseek.com/v1' },
  {
    title: 'OpenRouter',
    name: 'openrouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    quirks: { webSearch: 'openrouter_plugin' },
  },
  { title: 'Ollama, on this machine', name: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1', internal: true },
  { title: 'vLLM, in our own network', name: 'vllm', baseUrl: 'http://HOST:8000/v1', internal: true },
];
