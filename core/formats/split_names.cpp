// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/split_names.h"

#include <QFileInfo>
#include <QHash>
#include <QStringList>

#include <algorithm>

namespace boxwright {

Split splitOfWord(const QString &name)
{
    static const QHash<QString, Split> words{
        {QStringLiteral("train"), Split::Train},      {QStringLiteral("training"), Split::Train},
        {QStringLiteral("trainval"), Split::Train},   {QStringLiteral("val"), Split::Validation},
        {QStringLiteral("valid"), Split::Validation}, {QStringLiteral("validation"), Split::Validation},
        {QStringLiteral("dev"), Split::Validation},   {QStringLiteral("test"), Split::Test},
        {QStringLiteral("testing"), Split::Test},
    };
    QString word;
    const QString lower = name.toLower() + u'.';
    for (const QChar letter : lower) {
        if (letter >= u'a' && letter <= u'z') {
            word += letter;
            continue;
        }
        if (const auto split = words.constFind(word); split != words.cend())
            return *split;
        word.clear();
    }
    return Split::None;
}

Split splitOfParentFolder(const QString &path)
{
    const QString folder = QFileInfo(QFileInfo(path).path()).fileName();
    const auto isLetter = [](QChar letter) { return letter.isLetter(); };
    const auto first = std::find_if(folder.begin(), folder.end(), isLetter);
    const auto last = std::find_if_not(first, folder.end(), isLetter);
    const bool isOneWord = std::none_of(last, folder.end(), isLetter);
    return isOneWord ? splitOfWord(folder) : Split::None;
}

QString shortSplitName(Split split)
{
    switch (split) {
    case Split::Train:
        return QStringLiteral("train");
    case Split::Validation:
        return QStringLiteral("val");
    case Split::Test:
        return QStringLiteral("test");
    case Split::None:
        break;
    }
    return {};
}

} // namespace boxwright
