// Records a voice: sound from the microphone, how loud it was, and how long.

import type { Parcel } from "../../matrix/attachment.ts";

/** A voice message ends by itself after this. */
const LONGEST_MS = 15 * 60_000;

/** How often its loudness is taken, and how much of that is sent. */
const SAMPLE_MS = 100;
const SAMPLES = 100;

/** What a browser can record, best first. */
const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

export interface Heard {
  ms: number;
  /** From 0 to 1. */
  level: number;
}

export class Recording {
  private readonly pieces: Blob[] = [];
  private readonly loudness: number[] = [];
  private readonly started = performance.now();
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly listening = new AudioContext();
  private readonly stopped: Promise<void>;

  private constructor(
    private readonly stream: MediaStream,
    private readonly recorder: MediaRecorder,
    onHeard: (heard: Heard) => void,
  ) {
    const analyser = new AnalyserNode(this.listening, { fftSize: 512 });
    this.listening.createMediaStreamSource(stream).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    this.timer = setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      const level = Math.min(1, Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length) * 4);
      this.loudness.push(level);
      onHeard({ ms: this.ms, level });
      if (this.ms > LONGEST_MS) this.stop();
    }, SAMPLE_MS);
    this.stopped = new Promise((resolve) => {
      recorder.onstop = () => resolve();
    });
    recorder.ondataavailable = ({ data }) => this.pieces.push(data);
  }

  /** Asks for the microphone. It fails where there is none, or where the member does not want it. */
  static async start(onHeard: (heard: Heard) => void): Promise<Recording> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    try {
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
      recorder.start();
      return new Recording(stream, recorder, onHeard);
    } catch (error) {
      for (const track of stream.getTracks()) track.stop();
      throw error;
    }
  }

  /** Lets go of the microphone. */
  stop(): void {
    clearInterval(this.timer);
    if (this.recorder.state !== "inactive") this.recorder.stop();
    for (const track of this.stream.getTracks()) track.stop();
    if (this.listening.state !== "closed") void this.listening.close();
  }

  /** The whole of it, to be sent. */
  async parcel(): Promise<Parcel> {
    const durationMs = Math.round(this.ms);
    this.stop();
    await this.stopped;
    const type = this.recorder.mimeType.split(";", 1)[0] ?? "";
    const blob = new Blob(this.pieces, { type });
    const name = `voice.${type.slice("audio/".length)}`;
    return { kind: "voice", name, type, blob, durationMs, loudness: gathered(this.loudness, SAMPLES) };
  }

  private get ms(): number {
    return Math.min(performance.now() - this.started, LONGEST_MS);
  }
}

/** As many parts, each as loud as its loudest moment. */
export function gathered(all: readonly number[], count: number): number[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part, part + 1].map((at) => Math.floor((at * all.length) / count));
    return Math.max(...all.slice(from, to));
  });
}
