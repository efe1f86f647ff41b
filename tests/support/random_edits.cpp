// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_edits.h"

#include "core/edit/commands/accept_suggestions.h"
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/add_labels.h"
#include "core/edit/commands/change_class.h"
#include "core/edit/commands/delete_class.h"
#include "core/edit/commands/delete_labels.h"
#include "core/edit/commands/move_class.h"
#include "core/edit/commands/move_labels.h"
#include "core/edit/commands/reject_suggestions.h"
#include "core/edit/commands/relocate_images.h"
#include "core/edit/commands/remove_images.h"
#include "core/edit/commands/set_label_class.h"
#include "core/edit/commands/set_label_flags.h"
#include "core/edit/commands/set_review_state.h"
#include "core/edit/commands/set_split.h"
#include "core/edit/commands/set_suggestions.h"

#include <QTextStream>

namespace boxwright {

namespace {

constexpr int kMaxImages = 30;
constexpr int kMaxClasses = 8;
constexpr int kMaxLabels = 40; // on an image

} // namespace

RandomEdits::RandomEdits(Document &document, quint64 seed)
    : m_document(document)
    , m_generator(seed)
{
}

template<class T, class... Values>
void RandomEdits::push(Values &&...values)
{
    m_document.push(std::make_unique<T>(m_document, std::forward<Values>(values)...));
}

int RandomEdits::number(int below)
{
    return static_cast<int>(m_generator() % static_cast<quint64>(below));
}

ImageId RandomEdits::anyImage()
{
    const Dataset &dataset = m_document.dataset();
    if (dataset.imageCount() == 0)
        return ImageId::None;
    return dataset.imageAt(number(static_cast<int>(dataset.imageCount()))).info.id;
}

ClassId RandomEdits::anyClass()
{
    const QList<LabelClass> &classes = m_document.dataset().classes();
    return classes.isEmpty() ? ClassId::None : classes[number(static_cast<int>(classes.size()))].id;
}

Box RandomEdits::anyBox()
{
    const double left = number(6000) / 7.0;
    const double top = number(4000) / 3.0;
    return {left, top, left + 1 + number(900) / 13.0, top + 1 + number(700) / 11.0};
}

QList<LabelId> RandomEdits::someLabels(ImageId image)
{
    QList<LabelId> ids;
    if (const ImageRecord *record = m_document.dataset().image(image)) {
        for (const Label &label : record->labels) {
            if (number(3) == 0)
                ids.append(label.id);
        }
    }
    return ids;
}

QList<SuggestionId> RandomEdits::someSuggestions(ImageId image)
{
    QList<SuggestionId> ids;
    if (const ImageRecord *record = m_document.dataset().image(image)) {
        for (const Suggestion &suggestion : record->suggestions) {
            if (number(2) == 0)
                ids.append(suggestion.id);
        }
    }
    return ids;
}

void RandomEdits::step()
{
    const int kind = number(100);
    if (m_document.dataset().classes().isEmpty())
        push<AddClass>(QStringLiteral("분류 %1").arg(number(1000)));
    else if (m_document.dataset().imageCount() == 0)
        editImages(0);
    else if (kind < 50)
        editLabels(kind % 10);
    else if (kind < 65)
        editSuggestions(kind % 4);
    else if (kind < 78)
        editImages(kind % 6);
    else if (kind < 84)
        editClasses(kind % 4);
    else if (kind < 87)
        learn();
    else if (kind < 96)
        m_document.undoStack().undo();
    else
        m_document.undoStack().redo();
}

void RandomEdits::editLabels(int kind)
{
    const ImageId image = anyImage();
    const bool isFull = m_document.dataset().image(image)->labels.size() >= kMaxLabels;
    Label label;
    label.classId = anyClass();
    label.box = anyBox();
    label.extra = kind % 2 == 0 ? QString() : QStringLiteral("{\"n\": %1}").arg(number(100));
    if (kind < 4 && !isFull) {
        push<AddLabel>(image, label);
    } else if (kind == 4 && !isFull) {
        push<AddLabels>(image, QList<Label>{label, label, label});
    } else if (kind == 5) {
        push<SetLabelClass>(LabelSelection{image, someLabels(image)}, anyClass());
    } else if (kind == 6) {
        push<SetLabelFlags>(LabelSelection{image, someLabels(image)},
                            FlagChange{LabelFlags(number(16)), LabelFlags(number(16))});
    } else if (kind == 7 || isFull) {
        push<DeleteLabels>(LabelSelection{image, someLabels(image)});
    } else {
        QList<MovedLabel> moved;
        for (const LabelId id : someLabels(image))
            moved.append({id, anyBox()});
        push<MoveLabels>(image, moved, kind == 8 ? MoveKind::Move : MoveKind::Nudge);
    }
}

void RandomEdits::editSuggestions(int kind)
{
    const ImageId image = anyImage();
    if (kind == 0) {
        QList<AcceptedSuggestion> accepted;
        for (const SuggestionId id : someSuggestions(image)) {
            accepted.append({id, {}, {}});
            if (number(2) == 0)
                accepted.last().box = anyBox();
        }
        push<AcceptSuggestions>(image, accepted);
    } else if (kind == 1) {
        push<RejectSuggestions>(image, someSuggestions(image));
    } else if (kind == 2 && m_isFinding) {
        m_document.suggest(image, someFindings());
    } else {
        push<SetSuggestions>(image, someFindings());
    }
}

QList<Suggestion> RandomEdits::someFindings()
{
    QList<Suggestion> found;
    for (int i = number(6); i > 0; --i)
        found.append({SuggestionId::None, anyClass(), anyBox(), number(1000) / 1000.0, QStringLiteral("run 1")});
    return found;
}

void RandomEdits::editImages(int kind)
{
    const QList<ImageId> some{anyImage(), anyImage()};
    if (kind < 2 && m_document.dataset().imageCount() < kMaxImages) {
        ImageInfo info;
        info.path = QStringLiteral("사진 %1/🐝.jpg").arg(number(1'000'000));
        info.state = ReviewState(number(2));
        push<AddImages>(QList<ImageInfo>{info});
    } else if (kind == 2) {
        push<SetSplit>(some, Split(number(4)));
    } else if (kind == 3 || kind == 4) {
        push<SetReviewState>(some, ReviewState(number(3)));
    } else if (number(2) == 0) {
        push<RelocateImages>(
            QList<RelocatedImage>{{some.first(), QStringLiteral("moved/%1.png").arg(number(1'000'000))}});
    } else {
        push<RemoveImages>(some);
    }
}

void RandomEdits::editClasses(int kind)
{
    const QList<LabelClass> &classes = m_document.dataset().classes();
    if (kind == 0 && classes.size() < kMaxClasses) {
        push<AddClass>(QStringLiteral("class %1").arg(number(1000)));
    } else if (kind == 1) {
        LabelClass changed = *m_document.dataset().labelClass(anyClass());
        changed.name = QStringLiteral("class %1").arg(number(1000));
        changed.hotkey = number(12);
        push<ChangeClass>(changed);
    } else if (kind == 2 || classes.size() < 3) {
        push<MoveClass>(anyClass(), number(kMaxClasses));
    } else {
        push<DeleteClass>(anyClass());
    }
}

void RandomEdits::learn()
{
    ImageFacts facts;
    facts.id = anyImage();
    facts.size = QSize(100 + number(4000), 100 + number(4000));
    facts.orientation = 1 + number(8);
    if (number(4) == 0)
        facts.problem = QStringLiteral("not found");
    m_document.learn({facts});
}

QByteArray everyValue(const Dataset &dataset)
{
    QByteArray text;
    QTextStream out(&text);
    out.setRealNumberPrecision(17);
    for (const LabelClass &item : dataset.classes())
        out << "class " << toNumber(item.id) << ' ' << item.name << ' ' << item.color.name() << ' ' << item.hotkey
            << ' ' << item.position << '\n';
    const auto box = [&out](const Box &value) {
        out << value.left << ' ' << value.top << ' ' << value.right << ' ' << value.bottom << ' ';
    };
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        const ImageInfo &info = image.info;
        out << "image " << toNumber(info.id) << ' ' << info.path << ' ' << info.size.width() << 'x'
            << info.size.height() << ' ' << info.orientation << ' ' << int(info.split) << ' ' << int(info.state) << ' '
            << info.problem << ' ' << info.extra << '\n';
        for (const Label &label : image.labels) {
            out << "  label " << toNumber(label.id) << ' ' << toNumber(label.classId) << ' ';
            box(label.box);
            out << int(label.flags) << ' ' << int(label.origin) << ' ' << label.originDetail << ' ' << label.confidence
                << ' ' << label.extra << '\n';
        }
        for (const Suggestion &suggestion : image.suggestions) {
            out << "  suggestion " << toNumber(suggestion.id) << ' ' << toNumber(suggestion.classId) << ' ';
            box(suggestion.box);
            out << suggestion.confidence << ' ' << suggestion.model << '\n';
        }
    }
    out.flush();
    return text;
}

} // namespace boxwright
