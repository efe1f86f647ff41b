// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/name_classes_dialog.h"

#include "core/edit/commands/add_class.h"
#include "core/jobs/job.h"
#include "core/model/class_colors.h"
#include "core/session/class_names.h"
#include "core/session/sample_images.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/job_strip.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kImages = 8;
constexpr int kTableWidth = 300;

/// A field that offers the names of the project's classes.
class NameDelegate : public QStyledItemDelegate
{
public:
    NameDelegate(QStringList names, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_names(std::move(names))
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *line = new QLineEdit(parent);
        line->setObjectName(QStringLiteral("className"));
        setKind(*line, "inline");
        auto *completer = new QCompleter(m_names, line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line->setCompleter(completer);
        return line;
    }

private:
    QStringList m_names;
};

/// The surest detection of that class on an image; 0 for none.
double surest(const PreviewedImage &image, int classIndex)
{
    for (const Detection &detection : image.detections) {
        if (detection.classIndex == classIndex)
            return detection.confidence;
    }
    return 0;
}

} // namespace

NameClassesDialog::NameClassesDialog(ProjectSession &session, const BackendSource &backend, const ModelInfo &model,
                                     QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("nameClassesDialog"));
    setWindowTitle(tr("Name the classes"));
    build();
    fillTable(model.classes);
    if (model.hasClassNames) {
        takeNames(model.classes);
    } else if (model.classes.size() == session.dataset().classes().size()) {
        takeNames(session.dataset().classNames());
        m_note = tr("These are the project's classes in their order. Look at the images whether they fit.");
    }
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        m_note.clear();
        showState();
    });
    connect(m_table, &QTableWidget::currentCellChanged, this, &NameClassesDialog::showSelectedClass);
    showState();
    runModel(backend, model.folder);
}

NameClassesDialog::~NameClassesDialog() = default;

void NameClassesDialog::build()
{
    auto *hint =
        new QLabel(tr("A model of the cloud knows its classes by number only. What it finds is shown beside the "
                      "numbers; say what each one is. A number without a name makes no suggestions."));
    hint->setWordWrap(true);
    setKind(*hint, "dim");
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    setKind(*m_message, "warn");
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_keep = buttons->addButton(tr("Keep these names"), QDialogButtonBox::AcceptRole);
    m_keep->setObjectName(QStringLiteral("keepNames"));
    setKind(*m_keep, "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addLayout(buildNames());
    middle->addLayout(buildPreview(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addLayout(middle, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(860, 520);
}

QVBoxLayout *NameClassesDialog::buildNames()
{
    m_table = new QTableWidget(0, 2);
    m_table->setObjectName(QStringLiteral("classNames"));
    m_table->setAccessibleName(tr("Names of the classes"));
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Name")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setItemDelegateForColumn(1, new NameDelegate(m_session.dataset().classNames(), m_table));
    m_table->setFixedWidth(kTableWidth);
    auto *fromProject = new QPushButton(tr("From the project"));
    fromProject->setObjectName(QStringLiteral("namesFromProject"));
    fromProject->setToolTip(tr("The project's classes in their order"));
    fromProject->setEnabled(!m_session.dataset().classes().isEmpty());
    auto *fromFile = new QPushButton(tr("From a file..."));
    fromFile->setObjectName(QStringLiteral("namesFromFile"));
    fromFile->setToolTip(tr("A list with one name a line, a manifest with a class map, or another project"));
    for (QPushButton *button : {fromProject, fromFile})
        button->setAutoDefault(false);
    m_addMissing = new QCheckBox(tr("Add names that are new to the project's classes"));
    m_addMissing->setObjectName(QStringLiteral("addMissing"));
    m_addMissing->setChecked(!m_session.isReadOnly());
    m_addMissing->setEnabled(!m_session.isReadOnly());
    connect(fromProject, &QPushButton::clicked, this, [this] { takeNames(m_session.dataset().classNames()); });
    connect(fromFile, &QPushButton::clicked, this, &NameClassesDialog::takeFile);
    auto *sources = new QHBoxLayout;
    sources->setSpacing(8);
    sources->addWidget(fromProject);
    sources->addWidget(fromFile);
    sources->addStretch(1);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(8);
    layout->addLayout(sources);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_addMissing);
    return layout;
}

QVBoxLayout *NameClassesDialog::buildPreview()
{
    m_picture = new DetectionPicture;
    m_picture->setObjectName(QStringLiteral("preview"));
    m_strip = new JobStrip;
    m_place = new QLabel;
    m_place->setObjectName(QStringLiteral("previewPlace"));
    setKind(*m_place, "dim");
    m_previous = new QPushButton(tr("Previous"));
    m_previous->setObjectName(QStringLiteral("previousPreview"));
    m_next = new QPushButton(tr("Next"));
    m_next->setObjectName(QStringLiteral("nextPreview"));
    for (QPushButton *button : {m_previous, m_next})
        button->setAutoDefault(false);
    connect(m_previous, &QPushButton::clicked, this, [this] { showImage(m_shown - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showImage(m_shown + 1); });
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_place, 1);
    foot->addWidget(m_previous);
    foot->addWidget(m_next);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_strip);
    layout->addLayout(foot);
    return layout;
}

void NameClassesDialog::fillTable(const QStringList &classes)
{
    const QSignalBlocker blocker(m_table);
    m_table->setRowCount(int(classes.size()));
    ClassColors colors({});
    for (int row = 0; row < m_table->rowCount(); ++row) {
        auto *number = new QTableWidgetItem(QString::number(row));
        number->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        number->setData(Qt::DecorationRole, colors.next());
        m_table->setItem(row, 0, number);
        m_table->setItem(row, 1, new QTableWidgetItem);
    }
}

void NameClassesDialog::takeNames(const QStringList &names)
{
    {
        const QSignalBlocker blocker(m_table);
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const QString name = names.value(row);
            m_table->item(row, 1)->setText(name == QString::number(row) ? QString() : name);
        }
    }
    m_note = names.size() == m_table->rowCount()
                 ? QString()
                 : tr("These are %1 names, and the model has %2 classes.").arg(names.size()).arg(m_table->rowCount());
    showState();
}

void NameClassesDialog::takeFile()
{
    const QString file = askOpenFile(this, tr("Choose a file with class names"), m_session.folder(), QString());
    if (file.isEmpty())
        return;
    const Result<QStringList> names = readClassNames(file);
    if (names) {
        takeNames(*names);
        return;
    }
    m_note = names.error().message;
    showState();
}

void NameClassesDialog::runModel(const BackendSource &backend, const QString &model)
{
    auto work = [this, backend, model, images = imagesToTry(m_session, kImages)](const CancelFlag &cancel,
                                                                                 const ProgressSink &progress) {
        return Job::Deliver(
            [this, preview = previewModel(backend, model, images, {cancel, progress})] { takePreview(preview); });
    };
    m_job = std::make_unique<Job>(std::move(work));
    connect(m_job.get(), &Job::failed, this, [this](const Error &error) { takePreview(failure(error)); });
    m_strip->follow(*m_job, tr("Opening the model..."));
    m_job->start();
}

void NameClassesDialog::takePreview(const Result<ModelPreview> &preview)
{
    if (!preview) {
        setKind(*m_place, "bad");
        m_place->setWordWrap(true);
        m_failure = preview.error().message;
        showImage(0);
        return;
    }
    m_preview = *preview;
    if (m_table->rowCount() != m_preview.classes.size()) // only the running model tells how many there are
        fillTable(m_preview.classes);
    if (m_table->currentRow() >= 0)
        showSelectedClass();
    else
        showImage(0);
    showState();
}

QStringList NameClassesDialog::names() const
{
    QStringList names;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, 1)->text().trimmed();
        names << (name.isEmpty() ? QString::number(row) : name);
    }
    return names;
}

QString NameClassesDialog::problem() const
{
    QStringList seen;
    for (const QString &name : names()) {
        if (seen.contains(name))
            return tr("Two classes cannot both be called %1.").arg(name);
        seen << name;
    }
    return {};
}

void NameClassesDialog::addMissingClasses()
{
    Document &document = m_session.document();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, 1)->text().trimmed();
        if (!name.isEmpty() && !document.dataset().classNamed(name))
            document.push(std::make_unique<AddClass>(document, name));
    }
}

void NameClassesDialog::accept()
{
    if (!m_keep->isEnabled())
        return;
    if (m_addMissing->isChecked())
        addMissingClasses();
    Q_EMIT named(names());
    QDialog::accept();
}

/// The image on which the model is surest of the chosen class.
void NameClassesDialog::showSelectedClass()
{
    const int row = m_table->currentRow();
    const auto best = std::max_element(
        m_preview.images.cbegin(), m_preview.images.cend(),
        [row](const PreviewedImage &a, const PreviewedImage &b) { return surest(a, row) < surest(b, row); });
    const bool isFound = best != m_preview.images.cend() && surest(*best, row) > 0;
    showImage(isFound ? int(best - m_preview.images.cbegin()) : m_shown);
}

void NameClassesDialog::showImage(int index)
{
    const int count = int(m_preview.images.size());
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < count);
    if (index < 0 || index >= count) {
        const bool isWaiting = !m_job || m_job->isRunning();
        m_place->setText(isWaiting || !m_failure.isEmpty() ? m_failure : tr("There is no image to look at."));
        return;
    }
    m_shown = index;
    const PreviewedImage &preview = m_preview.images[size_t(index)];
    const QStringList captions = names();
    const int chosen = m_table->currentRow();
    std::vector<Detection> shown = mostCertain(preview.detections);
    for (const Detection &detection : preview.detections) {
        if (detection.classIndex == chosen && std::find(shown.begin(), shown.end(), detection) == shown.end()) {
            shown.push_back(detection);
            break;
        }
    }
    std::vector<OverlayBox> boxes;
    for (const Detection &detection : shown) {
        const QTableWidgetItem *number = m_table->item(detection.classIndex, 0);
        boxes.push_back({detection.box, captionOf(captions.value(detection.classIndex), detection.confidence),
                         number != nullptr ? number->data(Qt::DecorationRole).value<QColor>() : QColor(),
                         detection.classIndex != chosen});
    }
    m_picture->show(preview.image, boxes);
    m_place->setText(tr("%1 of %2 · %3").arg(index + 1).arg(count).arg(preview.image.name));
}

void NameClassesDialog::showState()
{
    const QStringList given = names();
    bool isAnyNamed = false;
    for (int row = 0; row < m_table->rowCount(); ++row)
        isAnyNamed = isAnyNamed || given[row] != QString::number(row);
    const QString text = problem();
    m_message->setText(text.isEmpty() ? m_note : text);
    m_message->setVisible(!m_message->text().isEmpty());
    m_keep->setEnabled(text.isEmpty() && isAnyNamed);
    showImage(m_shown);
}

} // namespace boxwright
