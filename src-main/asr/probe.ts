import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { ModelLibrary } from '../models/library.ts'
import type { Model } from '../models/manifest.ts'
import { loadSherpa } from './sherpa.ts'
import { voiceWindow } from './sherpa-config.ts'
import {
  createPunctuate,
  createSpeechDecoder,
  createVoiceActivity,
  createWholeDecoder,
} from './speech-engine.ts'

/**
 * The child's half of a probe (`models/probe-model.ts`): loads the model, lets it work on a moment of silence or a few words,
 * and returns where all went well.
 */
export async function runProbe(library: ModelLibrary, model: Model): Promise<void> {
  const sherpa = loadSherpa()
  const second = new Float32Array(sampleRate)
  switch (model.role) {
    case 'streaming': {
      const utterance = createSpeechDecoder(sherpa, library, model).begin()
      utterance.accept(second)
      utterance.finish()
      return
    }
    case 'voice-activity':
      createVoiceActivity(sherpa, library, model).isSpeech(new Float32Array(voiceWindow))
      return
    case 'second-pass': {
      const decoder = await createWholeDecoder(sherpa, library, model)
      await decoder.decode(second)
      return
    }
    case 'punctuation':
      createPunctuate(sherpa, library, model)('one two three')
  }
}
