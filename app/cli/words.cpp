// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

namespace boxwright::cli {

QString splitWord(Split split)
{
    switch (split) {
    case Split::None:
        break;
    case Split::Train:
        return QStringLiteral("train");
    case Split::Validation:
        return QStringLiteral("validation");
    case Split::Test:
        return QStringLiteral("test");
    }
    return QStringLiteral("none");
}

QString stateWord(ReviewState state)
{
    switch (state) {
    case ReviewState::NotYet:
        break;
    case ReviewState::Reviewed:
        return QStringLiteral("reviewed");
    case ReviewState::Empty:
        return QStringLiteral("empty");
    }
    return QStringLiteral("not_yet");
}

QStringList splitWords()
{
    return {splitWord(Split::Train), splitWord(Split::Validation), splitWord(Split::Test)};
}

std::optional<Split> splitFromWord(const QString &word)
{
    for (const Split split : {Split::Train, Split::Validation, Split::Test})
        if (word == splitWord(split))
            return split;
    return std::nullopt;
}

} // namespace boxwright::cli
