// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/split_lists_dialog.h"

#include "core/jobs/job.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/format_notes.h"
#include "ui/dialogs/job_strip.h"
#include "ui/dialogs/split_outcome.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kWidth = 560;
constexpr int kTypingMs = 400;

} // namespace

SplitListsDialog::SplitListsDialog(ProjectSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("splitListsDialog"));
    setWindowTitle(tr("Split from list files"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &SplitListsDialog::read);
    for (QLineEdit *field : std::as_const(m_files)) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_split->setEnabled(false); // until the files are read
            m_typing.start();
        });
    }
    connect(&session.document(), &Document::changed, this, &SplitListsDialog::read);
    read();
}

SplitListsDialog::~SplitListsDialog() = default;

void SplitListsDialog::build()
{
    auto *hint = new QLabel(tr("Text files that name an image a line: by its path, by the end of its path, or by its "
                               "name without the ending. Images that no list names keep their split."));
    setKind(*hint, "dim");
    m_outcome = new QLabel;
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_unknown = new QLabel;
    m_unknown->setObjectName(QStringLiteral("unknown"));
    setKind(*m_unknown, "warn");
    for (QLabel *label : {hint, m_outcome, m_unknown})
        label->setWordWrap(true);
    m_lines = makeNotesView();
    m_strip = new JobStrip;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_split = buttons->addButton(tr("Split"), QDialogButtonBox::AcceptRole);
    m_split->setObjectName(QStringLiteral("split"));
    setKind(*m_split, "primary");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &SplitListsDialog::split);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    addFile(*form, tr("Training"), Split::Train);
    addFile(*form, tr("Validation"), Split::Validation);
    addFile(*form, tr("Test"), Split::Test);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetMinimumSize); // grows with what it has to say
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_outcome);
    layout->addWidget(m_unknown);
    layout->addWidget(m_lines);
    layout->addStretch(1);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
    hint->setMinimumWidth(kWidth); // the layout sets the dialog's own
}

void SplitListsDialog::addFile(QFormLayout &form, const QString &name, Split split)
{
    auto *field = new QLineEdit;
    field->setObjectName(QStringLiteral("list%1").arg(int(split)));
    field->setAccessibleName(name);
    field->setPlaceholderText(tr("none"));
    auto *choose = new QPushButton(tr("File..."));
    choose->setObjectName(QStringLiteral("chooseList%1").arg(int(split)));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this, field] { askForFile(*field); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(choose);
    form.addRow(name, row);
    m_files.insert(split, field);
}

void SplitListsDialog::askForFile(QLineEdit &field)
{
    const QMap<Split, QString> named = files();
    const QString start = named.isEmpty() ? m_session.folder() : QFileInfo(named.last()).absolutePath();
    const QString file =
        askOpenFile(this, tr("Choose a list of images"), start, tr("Lists of images (*.txt);;All files (*)"));
    if (!file.isEmpty())
        field.setText(QDir::toNativeSeparators(file));
}

QMap<Split, QString> SplitListsDialog::files() const
{
    QMap<Split, QString> files;
    for (auto field = m_files.cbegin(); field != m_files.cend(); ++field) {
        const QString path = (*field)->text().trimmed();
        if (!path.isEmpty())
            files.insert(field.key(), QDir::cleanPath(QDir::fromNativeSeparators(path)));
    }
    return files;
}

void SplitListsDialog::read()
{
    m_job.reset();
    m_plan.reset();
    m_split->setEnabled(false);
    m_unknown->hide();
    showNotes(*m_lines, {});
    showOutcome({}, "dim");
    const QMap<Split, QString> named = files();
    if (named.isEmpty())
        return;
    m_job = std::make_unique<Job>(
        [this, named, dataset = m_session.dataset()](const CancelFlag &, const ProgressSink &) -> Job::Deliver {
            return [this, dataset, listed = splitsFromLists(dataset, named)] { take(dataset, listed); };
        });
    connect(m_job.get(), &Job::failed, this, [this](const Error &error) { showOutcome(error.message, "bad"); });
    m_strip->follow(*m_job, tr("Reading..."));
    m_job->start();
}

void SplitListsDialog::take(const Dataset &dataset, const Result<ListedSplits> &listed)
{
    if (!listed) {
        const QString &first = listed.error().detail; // a line that names no image, where none does
        showOutcome(first.isEmpty() ? listed.error().message
                                    : tr("%1. The first line is %2").arg(listed.error().message, first),
                    "bad");
        return;
    }
    QList<FormatNote> notes;
    for (const QString &line : listed->unknown)
        notes.append({QStringLiteral("unknown"), line});
    m_unknown->setText(tr("%n line(s) name no image of this data set, or several, and change nothing:", nullptr,
                          int(listed->unknown.size())));
    m_unknown->setVisible(!notes.isEmpty());
    showNotes(*m_lines, notes);
    m_plan = listed->plan;
    QString text = splitOutcomeText(*m_plan, dataset);
    if (const qsizetype others = dataset.imageCount() - m_plan->splits.size(); others > 0)
        text += QLatin1Char('\n') + tr("%n image(s) that no list names keep their split.", nullptr, int(others));
    if (m_session.isReadOnly())
        text += QLatin1Char('\n') + tr("This project is open for reading only.");
    showOutcome(text, "dim");
    m_split->setEnabled(!m_session.isReadOnly());
}

void SplitListsDialog::showOutcome(const QString &text, const char *kind)
{
    setKind(*m_outcome, kind);
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
}

void SplitListsDialog::split()
{
    if (m_plan)
        carryOut(*m_plan, m_session.document(), *this);
}

} // namespace boxwright
