// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/hyperparameters_dialog.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kEditorWidth = 160;
constexpr int kWidth = 660;
constexpr int kHeight = 640;

/// One hyperparameter as the dialog shows it; texts in the dialog's context.
struct Row
{
    const char *name;
    const char *label;
    const char *explanation;
};

constexpr Row kRows[] = {
    {"epochs", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Epochs"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "How often the training goes over all training images. More takes longer and helps until the "
                       "validation mAP no longer rises.")},
    {"mini_batch_size", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Images per step"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "How many images are looked at before the weights move once. Larger is steadier and takes more "
                       "memory.")},
    {"image_shape", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Image side"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "Side in pixels of the square that every image is scaled to. Larger finds smaller objects; the "
                       "time grows with its square.")},
    {"learning_rate", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Learning rate"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "How far the weights move at each step. Lower it when the loss jumps or becomes infinite.")},
    {"lr_scheduler_step", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Lower the rate at epochs"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "Epochs with commas between them, for example 10,20. Empty: the rate stays.")},
    {"lr_scheduler_factor", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Lower the rate by"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "The rate is multiplied by this at each of those epochs.")},
    {"optimizer", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Optimizer"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "The rule by which the weights move.")},
    {"momentum", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Momentum"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "How much of the last step goes on in the next one, from 0 to 1.")},
    {"weight_decay", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Weight decay"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Pulls the weights towards 0, against learning by heart.")},
    {"early_stopping", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Stop early"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "Ends the training when the validation mAP no longer rises; the best model is kept.")},
    {"early_stopping_min_epochs", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "... not before epoch"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "The fewest epochs that are trained in any case.")},
    {"early_stopping_patience", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "... epochs without progress"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "How many epochs may pass without a better mAP.")},
    {"early_stopping_tolerance", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "... progress at least"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "A rise of the mAP that is smaller than this counts as none.")},
    {"overlap_threshold", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Overlap that counts as found"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "For the validation mAP: how much a detection and a label must overlap (intersection over "
                       "union).")},
    {"nms_threshold", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Overlap of two detections"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "Of detections of one class that overlap more than this, only the most confident stays.")},
    {"nms_topk", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Detections compared"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "How many of the most confident detections are compared with each other.")},
    {"freeze_layer_pattern", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Layers that stay as they are"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "A regular expression; parameters whose names begin with a match are not trained. Empty: all "
                       "are trained.")},
    {"label_width", QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog", "Label width"),
     QT_TRANSLATE_NOOP("boxwright::HyperparametersDialog",
                       "Room for the labels of one image in SageMaker's record files. No effect on a training here.")},
};

/// The values of a hyperparameter that has only a few, in order; empty for numbers and texts.
QStringList choicesOf(const QString &name)
{
    if (name != QLatin1String("optimizer"))
        return {};
    QStringList choices;
    for (const char *value : {"sgd", "adam", "rmsprop", "adadelta"}) {
        if (Hyperparameters::fromStrings({{name, QLatin1String(value)}}))
            choices << QLatin1String(value);
    }
    return choices;
}

bool isSwitch(const QString &name)
{
    return name == QLatin1String("early_stopping");
}

QString switchText(bool isOn)
{
    return isOn ? QStringLiteral("True") : QStringLiteral("False");
}

} // namespace

HyperparametersDialog::HyperparametersDialog(const Hyperparameters &values, const Hyperparameters &preset,
                                             QWidget *parent)
    : QDialog(parent)
    , m_presetValues(preset)
    , m_preset(preset.toStrings())
{
    setWindowTitle(tr("Hyperparameters"));
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setColumnStretch(0, 1);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    for (const Row &row : kRows)
        addRow(*grid, QLatin1String(row.name), tr(row.label), tr(row.explanation));
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);

    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    setKind(*m_problem, "bad");
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    setKind(*m_ok, "primary");
    m_reset = buttons->addButton(tr("Reset to the preset"), QDialogButtonBox::ResetRole);
    m_reset->setObjectName(QStringLiteral("reset"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reset, &QPushButton::clicked, this, [this] { showValues(m_preset); });

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
    showValues(values.toStrings());
}

QMap<QString, QString> HyperparametersDialog::changedValues() const
{
    QMap<QString, QString> changed;
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor) {
        const QString value = valueOf(editor.key());
        if (value != m_preset.value(editor.key()))
            changed.insert(editor.key(), value);
    }
    return changed;
}

void HyperparametersDialog::addRow(QGridLayout &grid, const QString &name, const QString &label,
                                   const QString &explanation)
{
    auto *words = new QLabel(label);
    setKind(*words, "title");
    auto *details = new QLabel(explanation);
    details->setWordWrap(true);
    setKind(*details, "dim");
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(words);
    column->addWidget(details);
    QWidget *editor = makeEditor(name);
    editor->setObjectName(name);
    editor->setAccessibleName(label);
    editor->setAccessibleDescription(explanation);
    editor->setToolTip(tr("%1 in SageMaker; the preset's value is %2")
                           .arg(name, m_preset.value(name).isEmpty() ? tr("empty") : m_preset.value(name)));
    editor->setFixedWidth(kEditorWidth);
    m_editors.insert(name, editor);
    const int row = grid.rowCount();
    grid.addLayout(column, row, 0);
    grid.addWidget(editor, row, 1, Qt::AlignTop);
}

QWidget *HyperparametersDialog::makeEditor(const QString &name)
{
    if (isSwitch(name)) {
        auto *box = new QCheckBox(tr("on"));
        connect(box, &QCheckBox::toggled, this, &HyperparametersDialog::check);
        return box;
    }
    const QStringList choices = choicesOf(name);
    if (!choices.isEmpty()) {
        auto *list = new QComboBox;
        list->addItems(choices);
        connect(list, &QComboBox::currentTextChanged, this, &HyperparametersDialog::check);
        return list;
    }
    auto *line = new QLineEdit;
    connect(line, &QLineEdit::textChanged, this, &HyperparametersDialog::check);
    return line;
}

QString HyperparametersDialog::valueOf(const QString &name) const
{
    QWidget *editor = m_editors.value(name);
    if (const auto *box = qobject_cast<QCheckBox *>(editor))
        return switchText(box->isChecked());
    if (const auto *list = qobject_cast<QComboBox *>(editor))
        return list->currentText();
    if (const auto *line = qobject_cast<QLineEdit *>(editor))
        return line->text().trimmed();
    return {};
}

void HyperparametersDialog::showValues(const QMap<QString, QString> &values)
{
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor) {
        const QString value = values.value(editor.key());
        if (auto *box = qobject_cast<QCheckBox *>(editor.value()))
            box->setChecked(value == switchText(true));
        else if (auto *list = qobject_cast<QComboBox *>(editor.value()))
            list->setCurrentText(value);
        else if (auto *line = qobject_cast<QLineEdit *>(editor.value()))
            line->setText(value);
    }
    check();
}

void HyperparametersDialog::check()
{
    const Result<Hyperparameters> values = Hyperparameters::fromStrings(changedValues(), m_presetValues);
    m_problem->setText(values ? QString() : values.error().message);
    m_problem->setVisible(!values);
    m_ok->setEnabled(values.has_value());
    m_reset->setEnabled(!changedValues().isEmpty());
}

} // namespace boxwright
