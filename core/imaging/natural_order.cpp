// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/natural_order.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace boxwright {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A run of digits becomes '0', its length without leading zeros, its digits: longer numbers come later.
void appendNumber(QString &key, QStringView digits)
{
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.sliced(1);
    key.append(u'0');
    key.append(QChar(static_cast<char16_t>(std::min<qsizetype>(digits.size(), 0xffff))));
    key.append(digits);
}

} // namespace

QString naturalSortKey(QStringView name)
{
    QString key;
    key.reserve(name.size() + 8);
    for (qsizetype at = 0; at < name.size();) {
        if (isDigit(name[at])) {
            const qsizetype first = at;
            while (at < name.size() && isDigit(name[at]))
                ++at;
            appendNumber(key, name.sliced(first, at - first));
            continue;
        }
        // The separator sorts before every other character, so that a folder's files stay together.
        key.append(name[at] == u'/' ? QChar(u'\x01') : name[at].toCaseFolded());
        ++at;
    }
    return key;
}

void sortNaturally(QStringList &names)
{
    std::vector<std::pair<QString, QString>> keyed;
    keyed.reserve(static_cast<std::size_t>(names.size()));
    for (QString &name : names)
        keyed.emplace_back(naturalSortKey(name), std::move(name));
    std::sort(keyed.begin(), keyed.end()); // equal keys (a01, a1) fall back to the name itself
    std::transform(keyed.begin(), keyed.end(), names.begin(), [](auto &pair) { return std::move(pair.second); });
}

} // namespace boxwright
