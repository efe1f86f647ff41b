// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/image_filter.h"

#include <algorithm>

namespace boxwright {

namespace {

/// Splits at spaces outside quotes; the quotes go.
QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    QString token;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            if (!token.isEmpty())
                tokens.append(token);
            token.clear();
        } else {
            token.append(c);
        }
    }
    if (!token.isEmpty())
        tokens.append(token);
    return tokens;
}

QString stateWord(const ImageInfo &info)
{
    switch (info.state) {
    case ReviewState::Reviewed:
        return QStringLiteral("reviewed");
    case ReviewState::Empty:
        return QStringLiteral("empty");
    case ReviewState::NotYet:
        break;
    }
    return QStringLiteral("unreviewed");
}

QString splitWord(Split split)
{
    switch (split) {
    case Split::Train:
        return QStringLiteral("train");
    case Split::Validation:
        return QStringLiteral("validation");
    case Split::Test:
        return QStringLiteral("test");
    case Split::None:
        break;
    }
    return QStringLiteral("none");
}

bool hasClass(const ImageRecord &image, const LabelClass *labelClass)
{
    return labelClass && std::any_of(image.labels.begin(), image.labels.end(),
                                     [labelClass](const Label &label) { return label.classId == labelClass->id; });
}

const LabelClass *classLike(const Dataset &dataset, const QString &name)
{
    const auto &classes = dataset.classes();
    const auto found = std::find_if(classes.begin(), classes.end(), [&name](const LabelClass &candidate) {
        return candidate.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == classes.end() ? nullptr : &*found;
}

} // namespace

ImageFilter::ImageFilter(const QString &text)
{
    for (const QString &token : tokensOf(text)) {
        if (const auto term = parsed(token)) {
            m_terms.append(*term);
        } else {
            m_unknown.append(token);
            m_terms.append({Kind::Word, token, false});
        }
    }
}

/// nullopt where the token looks like a term ("state:") but its value is none of those there are.
std::optional<ImageFilter::Term> ImageFilter::parsed(const QString &token)
{
    Term term;
    term.isNegated = token.startsWith(QLatin1Char('-')) && token.size() > 1;
    const QString body = term.isNegated ? token.mid(1) : token;
    const qsizetype colon = body.indexOf(QLatin1Char(':'));
    const QString key = body.left(colon).toLower();
    term.value = body.mid(colon + 1);
    const QString lower = term.value.toLower();
    const auto oneOf = [&](Kind kind, const QStringList &values) -> std::optional<Term> {
        if (!values.contains(lower))
            return std::nullopt;
        return Term{kind, lower, term.isNegated};
    };
    if (colon > 0 && key == QLatin1String("state"))
        return oneOf(Kind::State, {QStringLiteral("unreviewed"), QStringLiteral("reviewed"), QStringLiteral("empty"),
                                   QStringLiteral("broken")});
    if (colon > 0 && key == QLatin1String("split"))
        return oneOf(Kind::Split, {QStringLiteral("train"), QStringLiteral("validation"), QStringLiteral("test"),
                                   QStringLiteral("none")});
    if (colon > 0 && key == QLatin1String("has"))
        return oneOf(Kind::Has, {QStringLiteral("labels"), QStringLiteral("suggestions")});
    if (colon > 0 && key == QLatin1String("class"))
        return term.value.isEmpty() ? std::nullopt : std::optional(Term{Kind::Class, term.value, term.isNegated});
    term.value = body;
    return term;
}

bool ImageFilter::matches(const ImageRecord &image, const Dataset &dataset) const
{
    for (const Term &term : m_terms) {
        if (term.isNegated || term.kind == Kind::Word) {
            if (holds(term, image, dataset) == term.isNegated)
                return false;
            continue;
        }
        const bool anyHolds = std::any_of(m_terms.begin(), m_terms.end(), [&](const Term &other) {
            return other.kind == term.kind && !other.isNegated && holds(other, image, dataset);
        });
        if (!anyHolds)
            return false;
    }
    return true;
}

bool ImageFilter::holds(const Term &term, const ImageRecord &image, const Dataset &dataset)
{
    switch (term.kind) {
    case Kind::Word:
        return image.info.path.contains(term.value, Qt::CaseInsensitive);
    case Kind::State:
        return term.value == QLatin1String("broken") ? !image.info.problem.isEmpty()
                                                     : stateWord(image.info) == term.value;
    case Kind::Class:
        return hasClass(image, classLike(dataset, term.value));
    case Kind::Split:
        return splitWord(image.info.split) == term.value;
    case Kind::Has:
        return term.value == QLatin1String("labels") ? !image.labels.isEmpty() : !image.suggestions.isEmpty();
    }
    return true;
}

} // namespace boxwright
