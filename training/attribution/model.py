"""The network: a small BERT, and heads that say which words are cues, who owns a word, and where a source is.

Owners are scored over pairs of words with a biaffine form (Dozat & Manning 2017) to which the grammar's path and the
distance between the two add a learned constant.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from sayso.annotate.attribution.trained.features import CODES, SIZES
from sayso.annotate.attribution.trained.windows import LONGEST

FAR = 16  # buckets of distance to either side
HEADS = 4  # pairwise scores: owner, inner owner, source's first word, source's last word
SMALL, PAIR = -1e4, 128


class Scores(NamedTuple):
    """Logits. word [b, w, 5]: anchor, nested anchor, cue, a content begins, a content ended before it.

    owner and inner [b, word, 1 + w]: who owns the word, column 0 for nobody. first and last [b, anchor, 1 + w]: where
    the anchor's source begins and ends, column 0 for no source.
    """

    word: Tensor
    owner: Tensor
    inner: Tensor
    first: Tensor
    last: Tensor


class Pairs(nn.Module):
    """Scores of word i against word j."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(size, PAIR), nn.Linear(size, PAIR)
        self.form = nn.Linear(PAIR, PAIR, bias=False)
        self.one, self.none = nn.Linear(PAIR, 1), nn.Linear(PAIR, 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, words: Tensor, bias: Tensor) -> Tensor:
        """Return [b, i, 1 + j] from words [b, w, size] and a constant a pair [b, i, j]; column 0 is no word."""
        left = self.drop(nn.functional.gelu(self.left(words)))
        right = self.drop(nn.functional.gelu(self.right(words)))
        scores = self.form(left) @ right.transpose(1, 2) / math.sqrt(PAIR) * 4 + self.one(right).transpose(1, 2) + bias
        return torch.cat([self.none(left), scores], dim=2)


class Reader(nn.Module):
    """``encoder`` is a BertModel without pooling; the added features start at zero, so that it starts as it was."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.features = nn.ModuleList([nn.Embedding(n, size) for n in SIZES])
        self.codes, self.distance = nn.Embedding(CODES, HEADS), nn.Embedding(2 * FAR + 1, HEADS)
        self.word = nn.Linear(size, 5)
        self.drop = nn.Dropout(0.1)
        self.pairs = nn.ModuleList([Pairs(size) for _ in range(HEADS)])
        for table in (*self.features, self.codes, self.distance):
            nn.init.zeros_(table.weight)
        self.register_buffer("steps", _steps(LONGEST), persistent=False)

    def forward(
        self, ids: Tensor, mask: Tensor, features: Tensor, first: Tensor, words: Tensor, codes: Tensor
    ) -> Scores:
        """Return the scores of a batch; the arguments are the arrays of ``windows.Batch``."""
        given = self.encoder.embeddings.word_embeddings(ids)
        for k, table in enumerate(self.features):
            given = given + table(features[:, :, k])
        states = self.encoder(inputs_embeds=given, attention_mask=mask).last_hidden_state
        own = torch.gather(states, 1, first.unsqueeze(2).expand(-1, -1, states.shape[2]))
        own = self.drop(own)
        n = words.shape[1]
        bias = self.codes(codes) + self.distance(self.steps[:n, :n]).unsqueeze(0)
        away = (1 - words).unsqueeze(1) * SMALL
        turned = bias.transpose(1, 2)
        biases = [bias[..., 0], bias[..., 1], turned[..., 2], turned[..., 3]]
        owner, inner, start, end = (p(own, b + away) for p, b in zip(self.pairs, biases, strict=True))
        return Scores(self.word(own), owner, inner, start, end)


def _steps(longest: int) -> Tensor:
    """Bucket the distance i - j: exact up to 4, then growing, the same to both sides."""
    way = torch.arange(longest).unsqueeze(1) - torch.arange(longest).unsqueeze(0)
    far = way.abs().float()
    bucket = torch.where(far <= 4, far, (4 + torch.log2(far.clamp(min=4) / 4) * 2).floor()).clamp(max=FAR)
    return (way.sign() * bucket).long() + FAR


def load_encoder(folder: str) -> BertModel:
    """Return the encoder whose weights lie in ``folder``.

    Attention is not dropped out: drawing that noise took a third of a step on a CPU.
    """
    return BertModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation="sdpa", attention_probs_dropout_prob=0.0
    )
